import { fail, succeed, type Result } from '#shared/result.ts';
import type { ArticleView, ArticleVisibility } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { findArticle, textsOf } from '#server/features/articles/articles.repository.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import { parseArticle } from '#server/features/articles/parse-article.ts';

/**
 * A published article as its readers have it. One that is for others does not exist for a reader.
 *
 * Fails with `article.not_found`.
 */
export async function readArticle(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  tenantId: string,
  slug: string,
  {
    locale,
    readable,
  }: { readonly locale: Locale; readonly readable: readonly ArticleVisibility[] },
): Promise<Result<ArticleView, Problem>> {
  const row = await findArticle(deps.db, tenantId, { slug });
  const { publishedVersion, publishedAt } = row ?? {};
  if (!row || !publishedVersion || !publishedAt || !readable.includes(row.visibility))
    return fail({ code: 'article.not_found' });
  const texts = (await textsOf(deps.db, tenantId, [row.id])).filter(
    ({ version }) => version === publishedVersion,
  );
  const text = inLocale(texts, locale);
  if (!text) return fail({ code: 'article.not_found' });
  return succeed({
    id: row.id,
    slug,
    locale: text.locale,
    title: text.title,
    summary: text.summary,
    href: articleHref(deps, tenantId, slug),
    version: publishedVersion,
    publishedAt: publishedAt.toISOString(),
    locales: texts.map((one) => one.locale),
    blocks: parseArticle(text.body),
  });
}
