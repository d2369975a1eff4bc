import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { type ArticleRow, articleSlugs } from '#server/features/articles/articles.table.ts';

/**
 * Gives an article an address, which may be one that it had before; false where another article has it or had it
 * while it was published. Addresses of a draft that nobody could have found are given up for it.
 */
export async function claimSlug(
  tx: Transaction,
  { tenantId, id, state }: Pick<ArticleRow, 'tenantId' | 'id' | 'state'>,
  slug: string,
): Promise<boolean> {
  const ofTenant = eq(articleSlugs.tenantId, tenantId);
  await tx.insert(articleSlugs).values({ tenantId, slug, articleId: id }).onConflictDoNothing();
  const [row] = await tx
    .select({ articleId: articleSlugs.articleId })
    .from(articleSlugs)
    .where(and(ofTenant, eq(articleSlugs.slug, slug)));
  if (row?.articleId !== id) return false;
  if (state === 'draft')
    await tx
      .delete(articleSlugs)
      .where(and(ofTenant, eq(articleSlugs.articleId, id), ne(articleSlugs.slug, slug)));
  return true;
}
