import { and, count, eq, inArray } from 'drizzle-orm';
import type { ArticleLine } from '#shared/wire/articles.ts';
import type { Database } from '#server/db/connect.ts';
import { articleUsesTable } from '#server/features/articles/articles.table.ts';

/** In how many tickets each of these articles was of which use; those of none are left out. */
export async function countUses(
  db: Database,
  tenantId: string,
  articleIds: readonly string[],
): Promise<Map<string, ArticleLine['uses']>> {
  const { articleId, use } = articleUsesTable;
  const rows = await db
    .select({ articleId, use, tickets: count() })
    .from(articleUsesTable)
    .where(and(eq(articleUsesTable.tenantId, tenantId), inArray(articleId, [...articleIds])))
    .groupBy(articleId, use);
  const counted = new Map<string, ArticleLine['uses']>();
  for (const row of rows) {
    counted.set(row.articleId, { ...counted.get(row.articleId), [row.use]: row.tickets });
  }
  return counted;
}
