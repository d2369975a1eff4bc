import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import type { Deps } from '#server/deps.ts';
import { articleTasks } from '#server/features/article-tasks/article-tasks.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of a desk's tasks for articles, the oldest first. */
export async function listArticleTasks(
  { db, policies }: Pick<Deps, 'db' | 'policies'>,
  tenantId: string,
  state: 'open' | 'finished',
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ArticleTaskList> {
  const { finishedAt } = articleTasks;
  const found = await db
    .select({
      task: articleTasks,
      number: tickets.number,
      subject: tickets.subject,
      edition: tickets.edition,
    })
    .from(articleTasks)
    .innerJoin(
      tickets,
      and(eq(tickets.tenantId, articleTasks.tenantId), eq(tickets.id, articleTasks.ticketId)),
    )
    .where(
      and(
        eq(articleTasks.tenantId, tenantId),
        after === undefined ? undefined : gt(articleTasks.id, after),
        state === 'open' ? isNull(finishedAt) : isNotNull(finishedAt),
      ),
    )
    .orderBy(asc(articleTasks.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ task }) => task.id);
  return {
    tasks: rows.map(({ task, number, subject, edition }) => {
      const { pack } = policies.edition(tenantId, edition) ?? {};
      return {
        id: task.id,
        ticket: task.ticketId,
        number: pack ? shownNumber(pack, number) : String(number),
        subject,
        createdAt: task.createdAt.toISOString(),
        finishedAt: task.finishedAt?.toISOString() ?? null,
        article: task.article,
      };
    }),
    next,
  };
}
