import type { ArticleLine, ArticleList, ArticleState } from '#shared/wire/articles.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import { pageOfArticles, textsOf } from '#server/features/articles/articles.repository.ts';
import { countUses } from '#server/features/articles/count-uses.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import { pageOf } from '#server/http/page.ts';
import { writtenFor } from '#server/features/articles/shown-visibility.ts';

/** A page of a desk's articles, the newest first, by their newest words. */
export async function listArticles(
  db: Database,
  tenantId: string,
  asked: {
    readonly state: ArticleState | undefined;
    readonly after: string | undefined;
    readonly limit: number;
    readonly locale: Locale;
  },
): Promise<ArticleList> {
  const { limit, locale } = asked;
  const rows = await pageOfArticles(db, tenantId, { ...asked, limit: limit + 1 });
  const { rows: page, next } = pageOf(rows, limit, ({ id }) => id);
  const ids = page.map(({ id }) => id);
  const [texts, uses] = await Promise.all([
    textsOf(db, tenantId, ids),
    countUses(db, tenantId, ids),
  ]);
  return {
    articles: page.map((row): ArticleLine => {
      const newest = texts.filter(
        ({ articleId, version }) => articleId === row.id && version === row.version,
      );
      return {
        id: row.id,
        slug: row.slug,
        visibility: writtenFor(row),
        state: row.state,
        version: row.version,
        publishedVersion: row.publishedVersion,
        title: inLocale(newest, locale)?.title ?? row.slug,
        locales: newest.map((text) => text.locale),
        updatedAt: row.updatedAt.toISOString(),
        uses: uses.get(row.id) ?? {},
      };
    }),
    next,
  };
}
