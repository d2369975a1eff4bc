import { and, eq, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { articleTasks } from '#server/features/article-tasks/article-tasks.table.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';

/**
 * Finishes a task with the article that came of it; one that is finished stays as it was.
 *
 * Fails with `article_task.not_found`.
 */
export async function finishArticleTask(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  article: string,
  by: Agent,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const here = and(eq(articleTasks.tenantId, tenantId), eq(articleTasks.id, id));
    const [finished] = await tx
      .update(articleTasks)
      .set({ finishedAt: at, finishedBy: by.id, article })
      .where(and(here, isNull(articleTasks.finishedAt)))
      .returning({ ticketId: articleTasks.ticketId });
    if (!finished) {
      return (await tx.$count(articleTasks, here)) > 0
        ? succeed(undefined)
        : fail({ code: 'article_task.not_found' });
    }
    await appendEvents(tx, tenantId, [
      {
        ticketId: finished.ticketId,
        kind: 'article_finished',
        at,
        actor: agentActor(by),
        params: { task: id, digest: sha256(article) },
      },
    ]);
    return succeed(undefined);
  });
}
