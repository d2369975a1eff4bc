import { and, eq, inArray } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sayingWhere } from '#server/features/merging/saying-where.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { commitSteps, type TakenStep } from '#server/features/life/commit-steps.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import {
  replayed,
  takeActKey,
  type SubmissionKey,
} from '#server/features/tickets/idempotency-keys.repository.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { PairSide, PairSteps } from '#server/policy/life/merge-pair.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What somebody does to two tickets of a vendor. */
export interface PairRequest {
  readonly otherId: string;
  readonly actor: Actor & { readonly kind: Mover; readonly id: string };
  /** Makes a repeated act the same one. */
  readonly key?: SubmissionKey | undefined;
  readonly decide: (source: PairSide, target: PairSide) => Result<PairSteps, Problem>;
  /** What the requester of the first one is told, with the number of the other. */
  readonly letter?: OutboxEntry['kind'];
}

/**
 * Does one thing to two tickets: both locked in the order of their ids, so that two agents who do the
 * opposite at once wait for each other in turn; decided together; stored with their events, timers and
 * letter, or not at all.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `other_ticket.not_found`, `idempotency_key.reused` or a
 * code of `decide`.
 *
 * @param place of the first one, as it was last seen
 */
export const actOnPair = (
  deps: Deps,
  place: TicketPlace,
  request: PairRequest,
): Promise<Result<void, Problem>> =>
  transact(deps.db, (tx) => actOnPairWithin(tx, deps, place, request));

/** The same as the last part of a transaction of the caller, which a failure has to undo. */
export async function actOnPairWithin(
  tx: Transaction,
  deps: Pick<Deps, 'policies' | 'now'>,
  { tenantId, ticketId, requesterId, expectedVersion }: TicketPlace,
  { otherId, actor, key, decide, letter }: PairRequest,
): Promise<Result<void, Problem>> {
  const rows = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), inArray(tickets.id, [ticketId, otherId])))
    .orderBy(tickets.id)
    .for('no key update');
  const again = key && (await replayed(tx, tenantId, actor.id, key));
  if (again) return again.ok ? succeed(undefined) : again;
  const at = deps.now();
  const mine = rows.filter((row) => requesterId === undefined || row.requesterId === requesterId);
  const source = await sideOf(tx, deps, mine, ticketId, { by: actor.kind, at });
  if (!source) return fail({ code: 'ticket.not_found' });
  const { version } = source.ticket;
  if (expectedVersion !== undefined && expectedVersion !== version) {
    return fail({ code: 'ticket.changed', params: { version } });
  }
  const target = await sideOf(tx, deps, mine, otherId, { by: actor.kind, at });
  if (!target) return fail({ code: 'other_ticket.not_found' });

  const steps = decide(source.side, target.side);
  if (!steps.ok) return fail(await sayingWhere(tx, deps.policies, tenantId, steps.failure));
  const when = new Date(at);
  const made = { tenantId, ticketId, sender: actor.id, createdAt: when };
  const taken = key && (await takeActKey(tx, made, key));
  if (taken && !taken.ok) return taken;
  if (letter) {
    const into = shownNumber(target.policy.pack, target.ticket.number);
    await mailRequester(tx, source.ticket, letter, when, undefined, { into });
  }
  const happened: TakenStep[] = [
    { ...source, step: steps.value.source },
    { ...target, step: steps.value.target },
  ].filter(({ step }) => step.events.length > 0);
  const queue = deps.policies.inForce(tenantId, at) ?? target.policy;
  await commitSteps(tx, tenantId, { actor, at: when, queue: queue.pack }, happened);
  return succeed(undefined);
}

interface FoundSide {
  readonly ticket: TicketRow;
  readonly policy: Policy;
  readonly side: PairSide;
}

async function sideOf(
  tx: Transaction,
  { policies }: Pick<Deps, 'policies'>,
  rows: readonly TicketRow[],
  id: string,
  scene: { readonly by: Mover; readonly at: number },
): Promise<FoundSide | undefined> {
  const ticket = rows.find((row) => row.id === id);
  const policy = ticket && policies.edition(ticket.tenantId, ticket.edition);
  if (!policy) return undefined;
  const requester = await findRequester(tx, ticket.tenantId, ticket.requesterId);
  const context = { policy, facts: lifeFacts(ticket, requester), state: ticket.life, ...scene };
  return { ticket, policy, side: { ticketId: id, requesterId: ticket.requesterId, context } };
}
