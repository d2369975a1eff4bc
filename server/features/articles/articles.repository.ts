import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import {
  type ArticleTexts,
  type ArticleVisibility,
  articleVisibilities,
} from '#shared/wire/articles.ts';
import type { Language, Locale } from '#shared/vocabulary.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import {
  articles,
  articleSlugs,
  articleTexts,
  type ArticleRow,
  type ArticleTextRow,
} from '#server/features/articles/articles.table.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';

/** Undefined when this tenant has no such article. @param by its id, or an address that it has or had */
export async function findArticle(
  db: Database,
  tenantId: string,
  by: { readonly id: string } | { readonly slug: string },
): Promise<ArticleRow | undefined> {
  const named =
    'id' in by ? eq(articles.id, by.id) : inArray(articles.id, ownerOf(db, tenantId, by.slug));
  const [row] = await db
    .select()
    .from(articles)
    .where(and(eq(articles.tenantId, tenantId), named));
  return row;
}

/** The id of the article that has or had an address. */
export const ownerOf = (db: Database, tenantId: string, slug: string) =>
  db
    .select({ id: articleSlugs.articleId })
    .from(articleSlugs)
    .where(and(eq(articleSlugs.tenantId, tenantId), eq(articleSlugs.slug, slug)));

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

/** Whether anybody ever wrote an article at a desk, be it published or not. */
export const hasAnyArticle = async (db: Database, tenantId: string): Promise<boolean> =>
  (await db.$count(articles, eq(articles.tenantId, tenantId))) > 0;

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

/** Words of articles, the oldest version first. @param version undefined for every one */
export async function textsOf(
  db: Database,
  tenantId: string,
  articleIds: readonly string[],
  version?: number,
): Promise<ArticleTextRow[]> {
  if (articleIds.length === 0) return [];
  return db
    .select()
    .from(articleTexts)
    .where(
      and(
        eq(articleTexts.tenantId, tenantId),
        inArray(articleTexts.articleId, [...articleIds]),
        version === undefined ? undefined : eq(articleTexts.version, version),
      ),
    )
    .orderBy(asc(articleTexts.version), asc(articleTexts.locale));
}

/** The languages that a version is written in, and its words in the one that suits a reader; undefined for no such version. */
export async function textFor(
  db: Database,
  { tenantId, id }: Pick<ArticleRow, 'tenantId' | 'id'>,
  version: number,
  locale: Locale,
): Promise<{ readonly text: ArticleTextRow; readonly locales: Language[] } | undefined> {
  const ofVersion = and(
    eq(articleTexts.tenantId, tenantId),
    eq(articleTexts.articleId, id),
    eq(articleTexts.version, version),
  );
  const written = await db
    .select({ locale: articleTexts.locale })
    .from(articleTexts)
    .where(ofVersion)
    .orderBy(asc(articleTexts.locale));
  const chosen = inLocale(written, locale);
  if (!chosen) return undefined;
  const [text] = await db
    .select()
    .from(articleTexts)
    .where(and(ofVersion, eq(articleTexts.locale, chosen.locale)));
  return text && { text, locales: written.map((one) => one.locale) };
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
