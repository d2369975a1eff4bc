import type { SuggestedArticle } from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { type ArticleQuestion, searchArticles } from '#server/features/articles/search-articles.ts';
import { resembles } from '#server/policy/search/resemblance.ts';

/** How many are suggested: what fits under a field without hiding it. */
const suggested = 3;
/** Of a few words in a long text one is in some title by chance. */
const fewestShared = 2;
/** Characters of a text that are looked at. */
const looked = 500;

/** The few articles for what somebody writes, the best first; none rather than one by chance. */
export async function suggestArticles(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  tenantId: string,
  asked: Omit<ArticleQuestion, 'limit' | 'fewestShared'>,
): Promise<SuggestedArticle[]> {
  const question = asked.question.slice(0, looked);
  const wanted = { ...asked, question, limit: suggested, fewestShared };
  return (await searchArticles(deps, tenantId, wanted)).map((hit) => ({
    ...hit,
    similar: resembles(question, hit.title),
  }));
}
