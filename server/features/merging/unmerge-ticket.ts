import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { actOnPair } from '#server/features/merging/act-on-pair.ts';
import type { SubmissionKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { unmergePair } from '#server/policy/life/merge-pair.ts';

/**
 * Gives a merged ticket its own life back, and the other one its own clock; the requester is told. What
 * came due meanwhile comes due then. What was written into the other one since stays there.
 *
 * Fails with `act.not_allowed` where it is not merged, or as `actOnPair` does.
 */
export async function unmergeTicket(
  deps: Deps,
  place: TicketPlace,
  { agent, key }: { readonly agent: Agent; readonly key?: SubmissionKey | undefined },
): Promise<Result<void, Problem>> {
  const ticket = await findTicket(deps.db, place.tenantId, place.ticketId);
  return actOnPair(deps, place, {
    otherId: ticket?.life.mergedInto ?? place.ticketId,
    actor: agentActor(agent),
    key,
    decide: unmergePair,
    letter: 'ticket_unmerged',
  });
}
