import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { actOnPair } from '#server/features/merging/act-on-pair.ts';
import { findOtherTicket } from '#server/features/merging/find-other-ticket.ts';
import type { SubmissionKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { linkPair } from '#server/policy/life/merge-pair.ts';

/**
 * Lets two tickets point at each other; each goes on by itself, and no requester hears of it: the other
 * may be somebody else's. Again is nothing.
 *
 * Fails with `other_ticket.not_found`, or as `actOnPair` and `linkPair` do.
 *
 * @param to number of the other one, as people say it
 */
export async function linkTickets(
  deps: Deps,
  place: TicketPlace,
  {
    to,
    agent,
    key,
  }: {
    readonly to: string;
    readonly agent: Agent;
    readonly key?: SubmissionKey | undefined;
  },
): Promise<Result<void, Problem>> {
  const other = await findOtherTicket(deps, place.tenantId, to, agent);
  if (!other) return fail({ code: 'other_ticket.not_found' });
  return actOnPair(deps, place, {
    otherId: other.id,
    actor: agentActor(agent),
    key,
    decide: linkPair,
  });
}
