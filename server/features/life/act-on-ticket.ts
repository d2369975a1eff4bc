import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';
import { becameCritical, callRota } from '#server/features/critical-track/call-rota.ts';
import { commitSteps } from '#server/features/life/commit-steps.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { letterOfStep } from '#server/features/life/letter-of-step.ts';
import { sayingWhere } from '#server/features/merging/saying-where.ts';
import { promiseBySeverity } from '#server/features/life/promise-by-severity.ts';
import { contentDigest } from '#server/features/messages/content-digest.ts';
import { writeMessage } from '#server/features/messages/write-message.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import {
  replayed,
  takeActKey,
  type SubmissionKey,
} from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockTicket, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import { follow, takeStep, type Step } from '#server/policy/life/take-step.ts';

/** Words that are said with an act. */
export interface SpokenWords extends SubmissionKey {
  readonly kind: 'reply' | 'question' | 'note';
  readonly text: string;
  readonly attachments: readonly string[];
}

/** One act that somebody asks for. */
export interface ActRequest {
  readonly actor: Actor & { readonly kind: Mover; readonly id: string };
  readonly words?: SpokenWords | undefined;
  /** Makes a repeated act without words the same one; words have a key of their own. */
  readonly key?: SubmissionKey | undefined;
  /** Said to the desk alone, besides; it is one of what was `typed`. */
  readonly note?: SpokenWords | undefined;
  /** What else was typed, by its path in the request: no password stands there either. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  /** @param digest of the words, for the log; null without words */
  readonly act: (digest: string | null) => LifeAct;
  /** What it is to the ticket that this one goes on in; where it is nothing there, it is refused. */
  readonly elsewhere?: (digest: string | null) => LifeAct;
  /** What is stored with it; a failure undoes the act. */
  readonly also?:
    | ((tx: Transaction, ticket: TicketRow, step: Step) => Promise<Result<unknown, Problem>>)
    | undefined;
  /** What others are told by it in their own tickets. */
  readonly besides?: (ticket: TicketRow, at: Date) => readonly EventDraft[];
}

/** The message that an act wrote; null without words. A repeated act names the one it wrote first. */
export interface ActDone {
  /** The ticket that it was done to: another one where that goes on in the place of the one asked for. */
  readonly ticketId: string;
  readonly messageId: string | null;
}

/**
 * Does one act on one ticket: decided by the policy of its edition, stored whole with words, events,
 * what runs, and the letter that tells it.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `ticket.erased`, `attachment.not_found`,
 * `idempotency_key.reused` or a code of `takeStep`; `ticket.merged` says the number to go on in.
 */
export async function actOnTicket(
  deps: Deps,
  place: TicketPlace,
  request: ActRequest,
): Promise<Result<ActDone, Problem>> {
  const done = await transact<ActDone>(deps.db, (tx) => actWithin(tx, deps, place, request));
  const { elsewhere } = request;
  if (done.ok || done.failure.code !== 'ticket.merged' || !elsewhere) return done;
  const ticket = await findTicket(deps.db, place.tenantId, place.ticketId);
  const there = { ...place, ticketId: ticket?.life.mergedInto ?? place.ticketId };
  return transact<ActDone>(deps.db, (tx) =>
    actWithin(tx, deps, there, { ...request, act: elsewhere }),
  );
}

/** The same as the last part of a transaction of the caller, which a failure has to undo. */
export async function actWithin(
  tx: Transaction,
  deps: Deps,
  place: TicketPlace,
  { actor, words, key = words, note, typed, act, also, besides }: ActRequest,
): Promise<Result<ActDone, Problem>> {
  const { tenantId, ticketId } = place;
  const replay = async (): Promise<Result<ActDone, Problem> | undefined> => {
    const known = key && (await replayed(tx, tenantId, actor.id, key));
    if (!known?.ok) return known;
    const { ticketId: standsIn, messageId } = known.value;
    return succeed({ ticketId: standsIn, messageId: words ? messageId : null });
  };
  const locked = await lockTicket(tx, place);
  // the act whose response was lost has itself raised the version that its sender saw
  if (!locked.ok) return (await replay()) ?? locked;
  const ticket = locked.value;
  const again = await replay();
  if (again) return again;
  const policy = deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });

  if (ticket.erasedAt && (words || note)) return fail({ code: 'ticket.erased' });
  const told = refusedSecret(policy.pack, {
    ...(words ? { text: words.text } : {}),
    ...typed,
  });
  if (told) return fail(told);

  const at = deps.now();
  const salt = deps.ids.secret();
  const digest = words ? contentDigest(salt, words.text, words.attachments) : null;
  const requester = await findRequester(tx, tenantId, ticket.requesterId);
  const facts = lifeFacts(ticket, requester);
  const context = { policy, facts, state: ticket.life, by: actor.kind, at };
  const step = takeStep(context, act(digest));
  if (!step.ok) return fail(await sayingWhere(tx, deps.policies, tenantId, step.failure));

  const when = new Date(at);
  const messageId = words ? deps.ids.next('msg') : null;
  const messages = [
    ...(words && messageId !== null ? [{ ...words, messageId, salt }] : []),
    ...(note ? [{ ...note, messageId: deps.ids.next('msg'), salt: deps.ids.secret() }] : []),
  ];
  if (key && !words) {
    const made = { tenantId, ticketId, sender: actor.id, createdAt: when };
    const taken = await takeActKey(tx, made, key);
    if (!taken.ok) return taken;
  }
  for (const message of messages) {
    const unwritten = await writeMessage(tx, {
      ...message,
      tenantId,
      ticketId,
      authorKind: actor.kind === 'requester' ? 'requester' : 'agent',
      authorId: actor.id,
      at: when,
    });
    if (unwritten === 'attachment_missing') return fail({ code: 'attachment.not_found' });
    if (unwritten === 'key_taken') return fail({ code: 'idempotency_key.reused' });
  }
  const further = await also?.(tx, ticket, step.value);
  if (further && !further.ok) return further;
  if (step.value.events.length === 0) return succeed({ ticketId, messageId });
  const calls = becameCritical(step.value.events)
    ? await callRota(tx, policy, ticket, step.value.state, when)
    : [];
  const whole = follow(context, [...step.value.events, ...calls]);
  if (!whole.ok) return whole;
  const letter = actor.kind === 'requester' ? undefined : letterOfStep(step.value);
  if (letter)
    await mailRequester(tx, ticket, letter.kind, when, messageId ?? undefined, letter.params);
  const queue = deps.policies.inForce(tenantId, at) ?? policy;
  const others = besides?.(ticket, when) ?? [];
  const scene = { actor, at: when, queue: queue.pack, besides: others };
  const promise = promiseBySeverity(policy, ticket, whole.value);
  await commitSteps(tx, tenantId, scene, [{ ticket, policy, step: whole.value, promise }]);
  return succeed({ ticketId, messageId });
}
