import type { ArticleHit, ArticleVisibility } from '#shared/wire/articles.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import {
  withSomeWords,
  withStems,
  withWholeWords,
  withWordsAlike,
} from '#server/features/articles/article-candidates.ts';
import { headingAsRead } from '#server/features/articles/as-read.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { headingsOf } from '#server/features/articles/article-headings.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import { sharedWords } from '#server/policy/search/resemblance.ts';
import { askedWords } from '#server/policy/search/words.ts';

/** What is looked for, by whom. */
export interface ArticleQuestion {
  readonly question: string;
  readonly locale: Locale;
  readonly readable: readonly ArticleVisibility[];
  readonly limit: number;
  /**
   * Words that an article shares with the question at least where it does not hold them all: in title and
   * summary, in whatever form; one unless said.
   */
  readonly fewestShared?: number;
}

/** Languages of an article at most: each is a row of the search. */
const rowsOfArticle = 3;

/**
 * Published articles that answer a question, the best first: those with all its words before those with
 * their stems, and these before those with some of them. Where no article holds them all, words may be
 * mistyped, and those that are alike are taken too.
 */
export async function searchArticles(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  tenantId: string,
  { question, locale, readable, limit, fewestShared = 1 }: ArticleQuestion,
): Promise<ArticleHit[]> {
  const words = askedWords(question);
  if (words.length === 0) return [];
  const searched = { tenantId, readable, limit: limit * rowsOfArticle };
  const find = async (how: typeof withStems) => how(deps.db, words, searched);
  const whole = await find(withWholeWords);
  const held = whole.length < limit ? [...whole, ...(await find(withStems))] : whole;
  // words that some article holds are not mistyped
  const rest =
    held.length < limit ? await find(held.length > 0 ? withSomeWords : withWordsAlike) : [];
  const needed = Math.min(fewestShared, words.length);
  const all = [...new Set([...held, ...rest])];
  const ids = needed === 1 ? all.slice(0, limit) : all;
  const found = await headingsOf(deps.db, tenantId, ids);
  return ids
    .flatMap((id) => {
      const texts = found.filter((one) => one.id === id);
      const text = inLocale(texts, locale);
      const near =
        needed === 1 ||
        held.includes(id) ||
        texts.some(({ title, summary }) => sharedWords(`${title} ${summary}`, words) >= needed);
      return text && near
        ? { ...headingAsRead(text, locale), href: articleHref(deps, tenantId, text.slug) }
        : [];
    })
    .slice(0, limit);
}
