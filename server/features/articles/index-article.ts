import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { articleSearch, type ArticleTextRow } from '#server/features/articles/articles.table.ts';
import { lettersOf, type SearchLetters } from '#server/policy/search/words.ts';

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
    const whole = {
      plain: `${heading.plain} ${lead.plain} ${rest.plain}`,
      folded: `${heading.folded} ${lead.folded} ${rest.folded}`,
      stems: `${heading.stems} ${lead.stems} ${rest.stems}`,
    };
    await tx.insert(articleSearch).values({
      tenantId,
      articleId,
      locale,
      exact: sql`strip(to_tsvector('simple', ${whole.folded}))`,
      stems: sql`strip(${stemsOf(whole)})`,
      head: sql`setweight(to_tsvector('simple', ${heading.folded}), 'A')
        || setweight(to_tsvector('simple', ${lead.folded}), 'B')`,
      headStems: sql`setweight(${stemsOf(heading)}, 'A') || setweight(${stemsOf(lead)}, 'B')`,
      folded: `${heading.folded} ${lead.folded}`,
    });
  }
}

const stemsOf = ({ plain, stems }: SearchLetters): SQL =>
  sql`(to_tsvector('russian', ${plain}) || to_tsvector('simple', ${stems}))`;
