import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findKnownProblem } from '#server/features/known-problems/known-problems.repository.ts';
import { problemTickets } from '#server/features/known-problems/known-problems.table.ts';
import { actOnTicket } from '#server/features/life/act-on-ticket.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/** A locked ticket is about a known problem; again is harmless. Fails with `known_problem.not_found`. */
export async function linkProblem(
  tx: Transaction,
  { tenantId, id: ticketId }: { readonly tenantId: string; readonly id: string },
  problemId: string,
  now: number,
): Promise<Result<void, Problem>> {
  const problem = await findKnownProblem(tx, tenantId, problemId);
  if (!problem || problem.state === 'withdrawn') return fail({ code: 'known_problem.not_found' });
  const row = { tenantId, problemId, ticketId, linkedAt: new Date(now) };
  await tx.insert(problemTickets).values(row).onConflictDoNothing();
  return succeed(undefined);
}

/** An agent finds that a ticket is about a known problem. Fails as `actOnTicket` and `linkProblem` do. */
export async function linkTicketWithProblem(
  deps: Deps,
  place: TicketPlace,
  problem: string,
  agent: Agent,
): Promise<Result<void, Problem>> {
  const done = await actOnTicket(deps, place, {
    actor: agentActor(agent),
    act: () => ({ act: 'link_problem', problem }),
    also: (tx, ticket) => linkProblem(tx, ticket, problem, deps.now()),
  });
  return done.ok ? succeed(undefined) : done;
}
