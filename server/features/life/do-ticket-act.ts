import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { TicketAct } from '#shared/wire/ticket-act.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { markNoticesSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import {
  actOnTicket,
  type ActRequest,
  type SpokenWords,
} from '#server/features/life/act-on-ticket.ts';
import { typedInAct, wordsInAnswer } from '#server/features/life/typed-words.ts';
import {
  holdAnswerToRegistry,
  holdPlanToRegistry,
} from '#server/features/releases/hold-to-registry.ts';
import { linkTickets } from '#server/features/merging/link-tickets.ts';
import { mergeTickets } from '#server/features/merging/merge-tickets.ts';
import { unmergeTicket } from '#server/features/merging/unmerge-ticket.ts';
import { confirmArrival } from '#server/features/tickets/confirm-arrival.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import type { LifeAct, ToldTerms } from '#server/policy/life/life-act.ts';

/**
 * An agent's act on a ticket, as the API has it. Fails as `actOnTicket`, `mergeTickets`,
 * `unmergeTicket` and `linkTickets` do, or with `agent.not_found`.
 *
 * @param key makes a repeated act the same one; without one each is another
 */
export async function doTicketAct(
  deps: Deps,
  place: TicketPlace,
  asked: TicketAct,
  { agent, key: sent }: { readonly agent: Agent; readonly key: string | undefined },
): Promise<Result<void, Problem>> {
  const key = sent ?? deps.ids.next('msg');
  const requestHash = sha256(JSON.stringify([place.ticketId, asked]));
  const repeated = sent === undefined ? undefined : { idempotencyKey: sent, requestHash };
  if (asked.act === 'confirm_arrival') return confirmArrival(deps, place, agent, repeated);
  const by = { agent, key: repeated };
  if (asked.act === 'merge') return mergeTickets(deps, place, { into: asked.into, ...by });
  if (asked.act === 'unmerge') return unmergeTicket(deps, place, by);
  if (asked.act === 'link') return linkTickets(deps, place, { to: asked.to, ...by });
  if (asked.act === 'assign' && asked.to !== null) {
    const assignee = await findAgent(deps.db, place.tenantId, asked.to);
    if (!assignee) return fail({ code: 'agent.not_found' });
  }
  const said = (kind: SpokenWords['kind'], text: string, from: string): SpokenWords => ({
    kind,
    text,
    attachments: kind !== 'note' && 'attachments' in asked ? asked.attachments : [],
    idempotencyKey: from,
    requestHash,
  });
  // the log takes no words, and an erasure has to find them
  const reason =
    asked.act === 'escalate'
      ? asked.reason
      : asked.act === 'resolve'
        ? wordsInAnswer(asked.answer)
        : undefined;
  const done = await actOnTicket(deps, place, {
    actor: agentActor(agent),
    words:
      'text' in asked && asked.text
        ? said(asked.act === 'appeal' ? 'note' : 'reply', asked.text, key)
        : undefined,
    key: repeated,
    note: reason ? said('note', reason, `${key}#why`) : undefined,
    typed: typedInAct(asked),
    act: (digest) => lifeAct(asked, digest, agent),
    also: alsoOf(deps, asked),
  });
  return done.ok ? succeed(undefined) : done;
}

/** What is stored with an act, and what it has to be held against before. */
function alsoOf(deps: Deps, asked: TicketAct): ActRequest['also'] {
  switch (asked.act) {
    case 'take_up':
      return endCalls(deps.now());
    case 'resolve':
      return (tx, ticket) =>
        holdAnswerToRegistry(tx, deps.policies, ticket, asked.answer, deps.now());
    case 'plan_release':
      return (tx, ticket) =>
        holdPlanToRegistry(tx, ticket, { on: asked.on, version: asked.version ?? null });
    default:
      return undefined;
  }
}

/** Whoever was called has nothing more to come for. */
const endCalls =
  (now: number): ActRequest['also'] =>
  async (tx, { tenantId, id }) =>
    succeed(await markNoticesSeen(tx, tenantId, id, new Date(now)));

function lifeAct(
  asked: Exclude<TicketAct, { act: 'confirm_arrival' | 'merge' | 'unmerge' | 'link' }>,
  digest: string | null,
  agent: Agent,
): LifeAct {
  switch (asked.act) {
    case 'diagnose':
      return { act: asked.act, finding: asked.finding, cause: asked.cause ?? null };
    case 'escalate':
      return { ...asked, terms: termsOf(asked), digest };
    case 'inform':
      return { act: asked.act, terms: termsOf(asked), digest };
    case 'plan_release':
      return { act: asked.act, on: asked.on, version: asked.version ?? null, digest };
    case 'hand_over':
      return { act: asked.act, to: asked.to, ref: asked.ref ?? null, digest };
    case 'resolve':
      return { act: asked.act, answer: asked.answer ?? null, digest };
    case 'take_up':
      return { act: asked.act, agent: agent.id };
    case 'answer_follow_up':
      return {
        act: asked.act,
        solved: asked.solved ?? null,
        score: asked.score ?? null,
        digest,
      };
    case 'set_severity':
    case 'assign':
    case 'ship_release':
    case 'start_diagnosis':
    case 'return':
    case 'close_silent':
    case 'mark_spam':
    case 'reopen':
    case 'finish_follow_up':
      return asked;
    case 'appeal':
      return { act: asked.act, digest };
    case 'defer':
    case 'refuse':
    case 'refer':
    case 'decline':
    case 'settle':
    case 'hear_appeal':
      return { ...asked, digest };
  }
}

const termsOf = ({
  eta,
  nextUpdateBy,
}: {
  readonly eta?: string | undefined;
  readonly nextUpdateBy?: string | undefined;
}): ToldTerms => ({
  etaAt: eta === undefined ? null : Date.parse(eta),
  nextUpdateAt: nextUpdateBy === undefined ? null : Date.parse(nextUpdateBy),
});
