import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { articles, articleTexts } from '#server/features/articles/articles.table.ts';

/** What is shown of published articles before they are opened, in every language that they are written in. */
export const headingsOf = (db: Database, tenantId: string, ids: readonly string[]) =>
  db
    .select({
      id: articles.id,
      slug: sql<string>`coalesce(${articles.publishedSlug}, ${articles.slug})`,
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
