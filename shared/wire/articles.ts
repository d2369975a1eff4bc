import { z } from 'zod';
import { articleUses, countedUses } from '#shared/article-uses.ts';
import { languages, locales } from '#shared/vocabulary.ts';
import { articleBlock } from '#shared/wire/article-tree.ts';

const instant = z.iso.datetime();

/** Who may read an article: everybody, whom the vendor's product signed in, or holders of a contract; each fewer than before. */
export const articleVisibilities = ['public', 'users', 'contract'] as const;
export type ArticleVisibility = (typeof articleVisibilities)[number];

/** Where an article stands. */
export const articleStates = ['draft', 'published', 'archived'] as const;
export type ArticleState = (typeof articleStates)[number];

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
  .meta({ description: 'Its name in addresses.', example: 'close-a-debt' });

/** Names that addresses have for something else: an article of that name could not be read. */
export const reservedSlugs: readonly string[] = ['suggest', 'search', 'preview'];

/** An article in one language; the body is Markdown. */
const articleText = z.strictObject({
  title: z.string().trim().min(1).max(200),
  summary: z.string().trim().max(500).default(''),
  body: z.string().trim().min(1).max(50_000),
});
export type ArticleText = z.infer<typeof articleText>;

/** In the languages that it is written in, one at least. */
const articleTexts = z
  .partialRecord(z.enum(languages), articleText)
  .refine((texts) => Object.keys(texts).length > 0, { error: 'one language at least' })
  .meta({ example: { ru: { title: 'Как закрыть долг', body: 'Откройте оплату.' } } });
export type ArticleTexts = z.infer<typeof articleTexts>;

/** An article as an agent writes it. */
export const articleDraft = z.strictObject({
  slug,
  visibility: z.enum(articleVisibilities),
  texts: articleTexts,
});
export type ArticleDraft = z.infer<typeof articleDraft>;

/** Markdown that somebody is writing, and how its readers will see it. */
export const articlePreviewBody = z.strictObject({ body: z.string().max(50_000) });
export const articlePreview = z.object({ blocks: z.array(articleBlock) });
export type ArticlePreview = z.infer<typeof articlePreview>;

/** What becomes of an article: readers get its newest version, or none. */
export const articleAct = z.strictObject({ act: z.enum(['publish', 'archive']) });

/** One line of a desk's list. */
const articleLine = z.object({
  id: z.string(),
  slug: z.string(),
  /** For whom the newest version is; those who are more get it only when it is published. */
  visibility: z.enum(articleVisibilities),
  state: z.enum(articleStates),
  version: z.int(),
  /** What readers have; null where they have none. */
  publishedVersion: z.int().nullable(),
  /** In the language of the reader, or one that it is written in. */
  title: z.string(),
  locales: z.array(z.enum(languages)),
  updatedAt: instant,
  /** In how many tickets it was shown, opened, dismissed or the answer, and how often it helped without one; none are left out. */
  uses: z.partialRecord(z.enum(countedUses), z.int()),
});
export type ArticleLine = z.infer<typeof articleLine>;

/** A page of a desk's articles, the newest first; `next` begins the page behind it. */
export const articleList = z.object({
  articles: z.array(articleLine),
  next: z.string().nullable(),
});
export type ArticleList = z.infer<typeof articleList>;

/** One article at a desk, in one of its versions. */
export const deskArticle = articleLine.omit({ title: true, locales: true }).extend({
  /** Of the version that is shown, which may be an older one. */
  shown: z.int(),
  texts: z.partialRecord(z.enum(languages), articleText),
  /** The bodies as their readers see them. */
  blocks: z.partialRecord(z.enum(languages), z.array(articleBlock)),
  /** The oldest first; `by` is the shown name of who wrote it. */
  versions: z.array(z.object({ version: z.int(), at: instant, by: z.string() })),
  /** Who has what was published; null where nobody has. */
  readers: z.enum(articleVisibilities).nullable(),
  /** Where they find it. */
  href: z.string(),
});
export type DeskArticle = z.infer<typeof deskArticle>;

/** What is shown of an article before it is opened. */
const articleHit = z.object({
  id: z.string(),
  slug: z.string(),
  locale: z.enum(locales),
  title: z.string(),
  summary: z.string(),
  href: z.string(),
});
export type ArticleHit = z.infer<typeof articleHit>;

/** Articles that answer a question, the best first. */
export const articleHits = z.object({ articles: z.array(articleHit) });

/** An article for what somebody writes just now. */
const suggestedArticle = articleHit.extend({
  /** What is written is like it by most words of its title. */
  similar: z.boolean(),
});
export type SuggestedArticle = z.infer<typeof suggestedArticle>;

/** The few of them, the best first. */
export const suggestedArticles = z.object({ articles: z.array(suggestedArticle) });
export type SuggestedArticles = z.infer<typeof suggestedArticles>;

/** An article as its readers have it. */
export const articleView = articleHit.extend({
  version: z.int(),
  publishedAt: instant,
  locales: z.array(z.enum(languages)),
  blocks: z.array(articleBlock),
});
export type ArticleView = z.infer<typeof articleView>;

/** What a reader says of an article without sending a request. */
export const articleWord = z.strictObject({ use: z.literal('helped') });

/** Articles beside a ticket: met by its requester before it, or given as its answer. */
export const usedArticles = z.object({
  articles: z.array(
    articleHit.extend({
      /** What became of it, the first first. */
      uses: z.array(z.object({ use: z.enum(articleUses), at: instant })),
    }),
  ),
});
export type UsedArticles = z.infer<typeof usedArticles>;
