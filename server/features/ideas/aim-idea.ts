import { and, eq, ne } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { openArticleTask } from '#server/features/article-tasks/open-article-task.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { ideas } from '#server/features/ideas/ideas.table.ts';

/**
 * Says whether a proposal is about the product or its documentation; the latter becomes a task for an
 * article in the same moment. Again is harmless. Fails with `idea.not_found`.
 */
export async function aimIdea(
  deps: Deps,
  { tenantId, ticketId }: { readonly tenantId: string; readonly ticketId: string },
  target: (typeof ideas.$inferInsert)['target'],
  by: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const here = and(eq(ideas.tenantId, tenantId), eq(ideas.ticketId, ticketId));
    const aimed = await tx
      .update(ideas)
      .set({ target })
      .where(and(here, ne(ideas.target, target)))
      .returning({ ticketId: ideas.ticketId });
    if (aimed.length === 0) {
      return (await tx.$count(ideas, here)) > 0
        ? succeed(undefined)
        : fail({ code: 'idea.not_found' });
    }
    const at = new Date(deps.now());
    if (target === 'docs') {
      await openArticleTask(tx, { tenantId, ticketId, id: deps.ids.next('atk'), by: by.id, at });
    }
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'idea_aimed',
        at,
        actor: agentActor(by),
        params: { target },
      },
    ]);
    return succeed(undefined);
  });
}
