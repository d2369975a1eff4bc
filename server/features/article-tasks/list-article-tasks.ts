import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import type { Database } from '#server/db/connect.ts';
import { articleTasks } from '#server/features/article-tasks/article-tasks.table.ts';

const listLimit = 200;

/** A desk's tasks for articles, the oldest first, at most two hundred. */
export async function listArticleTasks(
  db: Database,
  tenantId: string,
  state: 'open' | 'finished',
): Promise<ArticleTaskList> {
  const { finishedAt } = articleTasks;
  const rows = await db
    .select()
    .from(articleTasks)
    .where(
      and(
        eq(articleTasks.tenantId, tenantId),
        state === 'open' ? isNull(finishedAt) : isNotNull(finishedAt),
      ),
    )
    .orderBy(asc(articleTasks.createdAt))
    .limit(listLimit);
  return {
    tasks: rows.map((row) => ({
      id: row.id,
      ticket: row.ticketId,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      article: row.article,
    })),
  };
}
