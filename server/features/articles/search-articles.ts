import { and, eq, inArray } from 'drizzle-orm';
import type { ArticleHit, ArticleVisibility } from '#shared/wire/articles.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import {
  withSomeWords,
  withStems,
  withWholeWords,
} from '#server/features/articles/article-candidates.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { articles, articleTexts } from '#server/features/articles/articles.table.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import { askedWords } from '#server/policy/search/words.ts';

/** What is looked for, by whom. */
export interface ArticleQuestion {
  readonly question: string;
  readonly locale: Locale;
  readonly readable: readonly ArticleVisibility[];
  readonly limit: number;
}

/** Languages of an article at most: each is a row of the search. */
const rowsOfArticle = 3;

/**
 * Published articles that answer a question, the best first: those with all its words before those with
 * their stems, and these before those with some of them or with words that are alike.
 */
export async function searchArticles(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  tenantId: string,
  { question, locale, readable, limit }: ArticleQuestion,
): Promise<ArticleHit[]> {
  const words = askedWords(question);
  if (words.length === 0) return [];
  const searched = { tenantId, readable, limit: limit * rowsOfArticle };
  const ids = new Set<string>();
  for (const find of [withWholeWords, withStems, withSomeWords]) {
    if (ids.size < limit) for (const id of await find(deps.db, words, searched)) ids.add(id);
  }
  const best = [...ids].slice(0, limit);
  const found = await headingsOf(deps.db, tenantId, best);
  return best.flatMap((id) => {
    const text = inLocale(
      found.filter((one) => one.id === id),
      locale,
    );
    return text ? { ...text, href: articleHref(deps, tenantId, text.slug) } : [];
  });
}

const headingsOf = (db: Database, tenantId: string, ids: readonly string[]) =>
  db
    .select({
      id: articles.id,
      slug: articles.slug,
      locale: articleTexts.locale,
      title: articleTexts.title,
      summary: articleTexts.summary,
    })
    .from(articles)
    .innerJoin(
      articleTexts,
      and(
        eq(articleTexts.tenantId, articles.tenantId),
        eq(articleTexts.articleId, articles.id),
        eq(articleTexts.version, articles.publishedVersion),
      ),
    )
    .where(and(eq(articles.tenantId, tenantId), inArray(articles.id, [...ids])));
