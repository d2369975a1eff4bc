import { and, asc, eq } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { UsedArticles } from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { headingsOf } from '#server/features/articles/article-headings.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { articleUsesTable } from '#server/features/articles/articles.table.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';

/** Articles beside a ticket and what became of each; those that readers no longer have are left out. */
export async function listUsedArticles(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  { tenantId, ticketId }: { readonly tenantId: string; readonly ticketId: string },
  locale: Locale,
): Promise<UsedArticles> {
  const rows = await deps.db
    .select()
    .from(articleUsesTable)
    .where(and(eq(articleUsesTable.tenantId, tenantId), eq(articleUsesTable.ticketId, ticketId)))
    .orderBy(asc(articleUsesTable.at), asc(articleUsesTable.use));
  const ids = [...new Set(rows.map(({ articleId }) => articleId))];
  const found = await headingsOf(deps.db, tenantId, ids);
  return {
    articles: ids.flatMap((id) => {
      const texts = found.filter((one) => one.id === id);
      const text = inLocale(texts, locale);
      if (!text) return [];
      const uses = rows
        .filter(({ articleId }) => articleId === id)
        .map(({ use, at }) => ({ use, at: at.toISOString() }));
      return { ...text, href: articleHref(deps, tenantId, text.slug), uses };
    }),
  };
}
