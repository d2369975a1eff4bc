import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import {
  type ArticleTexts,
  type ArticleVisibility,
  articleVisibilities,
} from '#shared/wire/articles.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import {
  articles,
  articleTexts,
  type ArticleRow,
  type ArticleTextRow,
} from '#server/features/articles/articles.table.ts';

/** Undefined when this tenant has no such article. */
export async function findArticle(
  db: Database,
  tenantId: string,
  by: { readonly id: string } | { readonly slug: string },
): Promise<ArticleRow | undefined> {
  const named = 'id' in by ? eq(articles.id, by.id) : eq(articles.slug, by.slug);
  const [row] = await db
    .select()
    .from(articles)
    .where(and(eq(articles.tenantId, tenantId), named));
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockArticle(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<ArticleRow | undefined> {
  const [row] = await tx
    .select()
    .from(articles)
    .where(and(eq(articles.tenantId, tenantId), eq(articles.id, id)))
    .for('update');
  return row;
}

/** How many articles readers have. @param readable only those that are for these */
export const countPublished = (
  db: Database,
  tenantId: string,
  readable: readonly ArticleVisibility[] = articleVisibilities,
): Promise<number> =>
  db.$count(
    articles,
    and(
      eq(articles.tenantId, tenantId),
      isNotNull(articles.publishedVersion),
      inArray(articles.visibility, [...readable]),
    ),
  );

/** A page of articles by when they were made, the newest first. @param after an id */
export async function pageOfArticles(
  db: Database,
  tenantId: string,
  asked: {
    readonly state: ArticleRow['state'] | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<ArticleRow[]> {
  const { state, after, limit } = asked;
  return db
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.tenantId, tenantId),
        state === undefined ? undefined : eq(articles.state, state),
        after === undefined ? undefined : lt(articles.id, after),
      ),
    )
    .orderBy(desc(articles.id))
    .limit(limit);
}

/** Words of articles in every version, the oldest first. */
export async function textsOf(
  db: Database,
  tenantId: string,
  articleIds: readonly string[],
): Promise<ArticleTextRow[]> {
  if (articleIds.length === 0) return [];
  return db
    .select()
    .from(articleTexts)
    .where(
      and(eq(articleTexts.tenantId, tenantId), inArray(articleTexts.articleId, [...articleIds])),
    )
    .orderBy(asc(articleTexts.version), asc(articleTexts.locale));
}

/** Stores the words of a version. */
export async function writeTexts(
  tx: Transaction,
  version: Pick<ArticleTextRow, 'tenantId' | 'articleId' | 'version' | 'writtenBy' | 'writtenAt'>,
  texts: ArticleTexts,
): Promise<void> {
  const rows = Object.entries(texts).map(([locale, text]) => ({
    ...version,
    locale: locale as ArticleTextRow['locale'],
    ...text,
  }));
  await tx.insert(articleTexts).values(rows);
}
