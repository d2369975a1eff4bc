import { lt, sql } from 'drizzle-orm';
import type { Deps } from '#server/deps.ts';
import { articleHelped } from '#server/features/articles/articles.table.ts';

/** Anybody may say it, so a second word within this counts no more. */
const apartMs = 10_000;

/** Counts that an article helped; at most once in ten seconds, however often it is said. */
export async function countHelped(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  articleId: string,
): Promise<void> {
  const lastAt = new Date(now());
  await db
    .insert(articleHelped)
    .values({ tenantId, articleId, times: 1, lastAt })
    .onConflictDoUpdate({
      target: [articleHelped.tenantId, articleHelped.articleId],
      set: { times: sql`${articleHelped.times} + 1`, lastAt },
      setWhere: lt(articleHelped.lastAt, new Date(now() - apartMs)),
    });
}
