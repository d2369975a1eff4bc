import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { actOnPair } from '#server/features/merging/act-on-pair.ts';
import { findOtherTicket } from '#server/features/merging/find-other-ticket.ts';
import type { SubmissionKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { mergePair } from '#server/policy/life/merge-pair.ts';

/**
 * Lets a ticket go on in another one of the same requester, under the clock of the earliest receipt;
 * the requester is told the number. Each keeps its thread: what was written before stands where it was.
 *
 * Fails with `other_ticket.not_found`, or as `actOnPair` and `mergePair` do.
 *
 * @param into number of the other one, as people say it
 */
export async function mergeTickets(
  deps: Deps,
  place: TicketPlace,
  {
    into,
    agent,
    key,
  }: {
    readonly into: string;
    readonly agent: Agent;
    readonly key?: SubmissionKey | undefined;
  },
): Promise<Result<void, Problem>> {
  const other = await findOtherTicket(deps, place.tenantId, into, agent);
  if (!other) return fail({ code: 'other_ticket.not_found' });
  return actOnPair(deps, place, {
    otherId: other.id,
    actor: agentActor(agent),
    key,
    decide: mergePair,
    letter: 'ticket_merged',
  });
}
