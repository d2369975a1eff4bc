import { and, count, eq, inArray } from 'drizzle-orm';
import type { ArticleLine } from '#shared/wire/articles.ts';
import type { Database } from '#server/db/connect.ts';
import { articleHelped, articleUsesTable } from '#server/features/articles/articles.table.ts';

/** In how many tickets each of these articles was of which use, and how often it helped without one; those of none are left out. */
export async function countUses(
  db: Database,
  tenantId: string,
  articleIds: readonly string[],
): Promise<Map<string, ArticleLine['uses']>> {
  const { articleId, use } = articleUsesTable;
  const [rows, helped] = await Promise.all([
    db
      .select({ articleId, use, times: count() })
      .from(articleUsesTable)
      .where(and(eq(articleUsesTable.tenantId, tenantId), inArray(articleId, [...articleIds])))
      .groupBy(articleId, use),
    db
      .select()
      .from(articleHelped)
      .where(
        and(
          eq(articleHelped.tenantId, tenantId),
          inArray(articleHelped.articleId, [...articleIds]),
        ),
      ),
  ]);
  const counted = new Map<string, ArticleLine['uses']>();
  for (const row of [...rows, ...helped.map((one) => ({ ...one, use: 'helped' }))]) {
    counted.set(row.articleId, { ...counted.get(row.articleId), [row.use]: row.times });
  }
  return counted;
}
