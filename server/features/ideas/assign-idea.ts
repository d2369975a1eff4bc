import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { ideas } from '#server/features/ideas/ideas.table.ts';

/**
 * Names the agent who answers for a proposal or feedback.
 *
 * Fails with `agent.not_found` or `idea.not_found`.
 */
export async function assignIdea(
  deps: Deps,
  { tenantId, ticketId }: { readonly tenantId: string; readonly ticketId: string },
  ownerId: string,
  by: Agent,
): Promise<Result<void, Problem>> {
  if (!(await findAgent(deps.db, tenantId, ownerId))) return fail({ code: 'agent.not_found' });
  return transact(deps.db, async (tx) => {
    const assigned = await tx
      .update(ideas)
      .set({ ownerId })
      .where(and(eq(ideas.tenantId, tenantId), eq(ideas.ticketId, ticketId)))
      .returning({ ticketId: ideas.ticketId });
    if (assigned.length === 0) return fail({ code: 'idea.not_found' });
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'idea_assigned',
        at: new Date(deps.now()),
        actor: agentActor(by),
        params: { to: ownerId },
      },
    ]);
    return succeed(undefined);
  });
}
