import type { readerUses } from '#shared/article-uses.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { countPublished } from '#server/features/articles/articles.repository.ts';
import { deflectionOf } from '#server/policy/decision/deflection.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** An article that a requester met while they wrote, and what became of it. */
export interface ReadArticle {
  readonly id: string;
  readonly use: (typeof readerUses)[number];
}

/**
 * Why a request has to wait until its sender has looked into the documentation; undefined where it has not.
 * What is critical never waits, and nobody is sent to a documentation without articles.
 *
 * @returns `article.open_first` or `article.confirm_first` with the clause, or `article.not_found` for one
 *   that there is not
 */
export async function readingNeeded(
  { db }: Pick<Deps, 'db'>,
  pack: PolicyPack,
  {
    tenantId,
    articles = [],
  }: { readonly tenantId: string; readonly articles?: readonly ReadArticle[] },
  answers: Readonly<Record<string, unknown>>,
): Promise<Problem | undefined> {
  const ids = [...new Set(articles.map(({ id }) => id))];
  if (ids.length > 0 && (await countPublished(db, tenantId, ids)) < ids.length)
    return { code: 'article.not_found', fields: ['articles'] };
  const used = (use: ReadArticle['use']) => articles.some((one) => one.use === use);
  const wanted = deflectionOf(pack, {
    severity: severityOf(pack, answers, null).severity,
    opened: used('opened'),
    confirmed: used('confirmed'),
  });
  if (wanted.outcome !== 'must_open' && wanted.outcome !== 'must_confirm') return undefined;
  if ((await countPublished(db, tenantId)) === 0) return undefined;
  const { clause } = wanted;
  return {
    code: wanted.outcome === 'must_open' ? 'article.open_first' : 'article.confirm_first',
    ...(clause === undefined ? {} : { clause }),
  };
}
