import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { articleSearch, type ArticleTextRow } from '#server/features/articles/articles.table.ts';
import { lettersOf } from '#server/policy/search/words.ts';

/** Takes an article out of the search. */
export async function forgetArticle(
  tx: Transaction,
  tenantId: string,
  articleId: string,
): Promise<void> {
  await tx
    .delete(articleSearch)
    .where(and(eq(articleSearch.tenantId, tenantId), eq(articleSearch.articleId, articleId)));
}

/** Puts the words of a published version into the search, in place of those before. */
export async function indexArticle(
  tx: Transaction,
  tenantId: string,
  articleId: string,
  texts: readonly Pick<ArticleTextRow, 'locale' | 'title' | 'summary' | 'body'>[],
): Promise<void> {
  await forgetArticle(tx, tenantId, articleId);
  for (const { locale, title, summary, body } of texts) {
    const [heading, lead, rest] = [lettersOf(title), lettersOf(summary), lettersOf(body)];
    await tx.execute(sql`
      insert into article_search (tenant_id, article_id, locale, exact, stems, folded)
      values (${tenantId}, ${articleId}, ${locale},
        setweight(to_tsvector('simple', ${heading.folded}), 'A')
          || setweight(to_tsvector('simple', ${lead.folded}), 'B')
          || to_tsvector('simple', ${rest.folded}),
        setweight(to_tsvector('russian', ${heading.plain}) || to_tsvector('simple', ${heading.stems}), 'A')
          || setweight(to_tsvector('russian', ${lead.plain}) || to_tsvector('simple', ${lead.stems}), 'B')
          || to_tsvector('russian', ${rest.plain}) || to_tsvector('simple', ${rest.stems}),
        ${`${heading.folded} ${lead.folded}`})`);
  }
}
