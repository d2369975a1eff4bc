import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { articleUses } from '#shared/article-uses.ts';
import { languages } from '#shared/vocabulary.ts';
import { articleStates, articleVisibilities } from '#shared/wire/articles.ts';
import { instant } from '#server/db/instant.ts';
import { searchText } from '#server/db/search-text.ts';

/** Articles of a vendor's documentation. */
export const articles = pgTable(
  'articles',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** Of the newest version; what readers have is below. */
    slug: text('slug').notNull(),
    /** The address that was published with the words; null where readers have none. */
    publishedSlug: text('published_slug'),
    /** Who has what was published; of a draft, who will have it. */
    visibility: text('visibility', { enum: articleVisibilities }).notNull(),
    /** Who will have it once the newest version is published, where they are more; null where they are not. */
    nextVisibility: text('next_visibility', { enum: articleVisibilities }),
    state: text('state', { enum: articleStates }).notNull(),
    /** The newest; every older one stays readable for the desk. */
    version: integer('version').notNull(),
    /** What readers have; null where they have none. */
    publishedVersion: integer('published_version'),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('articles_slug').on(table.tenantId, table.slug),
  ],
);
export type ArticleRow = typeof articles.$inferSelect;

/** Every address that an article was given and may have been found at: it stays its own. */
export const articleSlugs = pgTable(
  'article_slugs',
  {
    tenantId: text('tenant_id').notNull(),
    slug: text('slug').notNull(),
    articleId: text('article_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.slug] }),
    // addresses of an article
    index('article_slugs_of_article').on(table.tenantId, table.articleId),
  ],
);

/** Words of an article in one language and one version; never changed. */
export const articleTexts = pgTable(
  'article_texts',
  {
    tenantId: text('tenant_id').notNull(),
    articleId: text('article_id').notNull(),
    version: integer('version').notNull(),
    locale: text('locale', { enum: languages }).notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    /** The agent who wrote this version. */
    writtenBy: text('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.articleId, table.version, table.locale] }),
    foreignKey({
      columns: [table.tenantId, table.articleId],
      foreignColumns: [articles.tenantId, articles.id],
    }),
  ],
);
export type ArticleTextRow = typeof articleTexts.$inferSelect;

/** What published articles are found by, one row a language. */
export const articleSearch = pgTable(
  'article_search',
  {
    tenantId: text('tenant_id').notNull(),
    articleId: text('article_id').notNull(),
    locale: text('locale', { enum: languages }).notNull(),
    /** Folded words of all of it, in no order. */
    exact: searchText('exact').notNull(),
    /** Stems likewise: Russian and English by PostgreSQL's dictionary, Uzbek by our own. */
    stems: searchText('stems').notNull(),
    /** Folded words of the title (A) and the summary (B): short, so that thousands are ranked at once. */
    head: searchText('head')
      .notNull()
      .default(sql`''::tsvector`),
    /** Stems of the same. */
    headStems: searchText('head_stems')
      .notNull()
      .default(sql`''::tsvector`),
    /** Folded title and summary, for words with typing mistakes. */
    folded: text('folded').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.articleId, table.locale] }),
    // search of articles by words and by stems
    index('article_search_words').using('gin', table.tenantId, table.exact, table.stems),
    // search of articles by some of the words, in titles and summaries
    index('article_search_head').using('gin', table.tenantId, table.head, table.headStems),
    // search of articles by words with typing mistakes
    index('article_search_alike').using('gin', table.tenantId, sql`folded gin_trgm_ops`),
    foreignKey({
      columns: [table.tenantId, table.articleId],
      foreignColumns: [articles.tenantId, articles.id],
    }),
  ],
);

/** Articles that were shown, opened, confirmed or dismissed before a request, or given as its answer. */
export const articleUsesTable = pgTable(
  'article_uses',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    articleId: text('article_id').notNull(),
    use: text('use', { enum: articleUses }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId, table.articleId, table.use] }),
    // how often articles were shown, opened, dismissed and answered
    index('article_uses_of_article').on(table.tenantId, table.articleId, table.use),
  ],
);

/** How often an article helped somebody who then sent no request; nothing of who it was. */
export const articleHelped = pgTable(
  'article_helped',
  {
    tenantId: text('tenant_id').notNull(),
    articleId: text('article_id').notNull(),
    times: integer('times').notNull(),
    /** When it was counted last. */
    lastAt: instant('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.articleId] })],
);
