import { fail, succeed, type Result } from '#shared/result.ts';
import type { ArticleView, ArticleVisibility } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { bodyAsRead, headingAsRead } from '#server/features/articles/as-read.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { findArticle, textFor } from '#server/features/articles/articles.repository.ts';
import { parseArticle } from '#server/features/articles/parse-article.ts';

/**
 * A published article as its readers have it, also by an address that it had before; `slug` names the one of
 * today. One that is for others does not exist for a reader.
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
  const { publishedVersion, publishedAt, publishedSlug } = row ?? {};
  // an address that is written but not yet published leads nowhere
  const early = row?.slug === slug && publishedSlug !== slug;
  if (!row || !publishedVersion || !publishedAt || !publishedSlug || early)
    return fail({ code: 'article.not_found' });
  const shown = readable.includes(row.visibility)
    ? await textFor(deps.db, row, publishedVersion, locale)
    : undefined;
  if (!shown) return fail({ code: 'article.not_found' });
  const { text, locales } = shown;
  const { title, summary, ...read } = headingAsRead(text, locale);
  return succeed({
    id: row.id,
    slug: publishedSlug,
    locale: read.locale,
    title,
    summary,
    href: articleHref(deps, tenantId, publishedSlug),
    version: publishedVersion,
    publishedAt: publishedAt.toISOString(),
    locales,
    blocks: bodyAsRead(parseArticle(text.body), text.locale, locale),
  });
}
