import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import type { Database } from '#server/db/connect.ts';
import { pageOf } from '#server/http/page.ts';
import { articleTasks } from '#server/features/article-tasks/article-tasks.table.ts';

/** A page of a desk's tasks for articles, the oldest first. */
export async function listArticleTasks(
  db: Database,
  tenantId: string,
  state: 'open' | 'finished',
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ArticleTaskList> {
  const { finishedAt } = articleTasks;
  const found = await db
    .select()
    .from(articleTasks)
    .where(
      and(
        eq(articleTasks.tenantId, tenantId),
        after === undefined ? undefined : gt(articleTasks.id, after),
        state === 'open' ? isNull(finishedAt) : isNotNull(finishedAt),
      ),
    )
    .orderBy(asc(articleTasks.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  return {
    tasks: rows.map((row) => ({
      id: row.id,
      ticket: row.ticketId,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      article: row.article,
    })),
    next,
  };
}
