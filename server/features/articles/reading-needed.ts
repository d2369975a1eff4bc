import type { MetArticle, ReaderUse } from '#shared/article-uses.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { SuggestedArticle } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { headingsOf } from '#server/features/articles/article-headings.ts';
import { readableBy } from '#server/features/articles/readable.ts';
import { suggestArticles } from '#server/features/articles/suggest-articles.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import { deflectionOf, documentField, documentNeeded } from '#server/policy/decision/deflection.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { resembles } from '#server/policy/search/resemblance.ts';

/** A request before it is taken, as far as reading goes. */
export interface ReadBefore {
  readonly tenantId: string;
  readonly identity: Identity;
  readonly category: string;
  readonly locale: Locale;
  readonly articles?: readonly MetArticle[];
  readonly answers: Readonly<Record<string, unknown>>;
  /** The words of the request in one text. */
  readonly story: string;
}

/**
 * Why a request has to wait until its sender has looked into the documentation, or has said where in it the
 * question arose; undefined where it has not. What is critical never waits, and nobody is sent to a
 * documentation that has nothing on the subject for them. Articles that readers no longer have count for nothing.
 * Whether a question is like an article its own words decide, whatever its sender reports to have seen.
 *
 * @returns `article.open_first`, `article.confirm_first` or `article.link_first` with the clause
 */
export async function readingNeeded(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl'>,
  pack: PolicyPack,
  request: ReadBefore,
): Promise<Problem | undefined> {
  const { severity } = severityOf(pack, request.answers, null);
  if (severity === 'critical') return undefined;
  const met = await stillThere(deps, request);
  const used = (use: ReaderUse) => met.some((one) => one.use === use);
  const wanted = deflectionOf(pack, {
    severity,
    opened: used('opened'),
    confirmed: used('confirmed'),
  });
  if (wanted.outcome === 'must_open' || wanted.outcome === 'must_confirm') {
    const code = wanted.outcome === 'must_open' ? 'article.open_first' : 'article.confirm_first';
    const { clause } = wanted;
    if ((await suggested(deps, request)).length > 0)
      return { code, ...(clause === undefined ? {} : { clause }) };
  }
  const field = documentField(pack, request.category);
  if (field === undefined || request.answers[field]) return undefined;
  const like =
    met.some((one) => one.similar) ||
    (await suggested(deps, request)).some(({ similar }) => similar);
  const clause = documentNeeded(pack, like);
  return clause === undefined
    ? undefined
    : { code: 'article.link_first', fields: [`answers.${field}`], clause };
}

/** What was met and is still published, and whether the request is like it: so its sender says, or so its words do. */
async function stillThere(
  { db }: Pick<Deps, 'db'>,
  { tenantId, articles = [], story }: ReadBefore,
): Promise<(MetArticle & { readonly similar: boolean })[]> {
  if (articles.length === 0) return [];
  const found = await headingsOf(db, tenantId, [...new Set(articles.map(({ id }) => id))]);
  return articles.flatMap(({ id, use }) => {
    const titles = found.filter((one) => one.id === id).map(({ title }) => title);
    const similar = use === 'similar' || titles.some((title) => resembles(story, title));
    return titles.length > 0 ? [{ id, use, similar }] : [];
  });
}

/** What the form suggests for the words of a request. */
async function suggested(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl'>,
  { tenantId, identity, locale, story: question }: ReadBefore,
): Promise<SuggestedArticle[]> {
  const readable = await readableBy(deps, tenantId, identity);
  return suggestArticles(deps, tenantId, { question, locale, readable });
}
