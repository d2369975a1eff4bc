import { languages, type Language } from '#shared/vocabulary.ts';
import type { ArticleDraft, ArticleText, DeskArticle } from '#shared/wire/articles.ts';
import type { FormValues } from '#desk/sections/form-spec.ts';
import { slugOf } from '#desk/sections/articles/slug-of.ts';

/** An article while somebody writes it. */
export interface WrittenArticle {
  /** The version that it is written upon; null for a new one. */
  readonly seen: number | null;
  /** `slug`, `visibility`, and of each language `ru.title`, `ru.summary`, `ru.body`. */
  readonly values: FormValues;
  /** Makes a repeated press the same act. */
  readonly key: string;
}

/** Parts of one language, as fields name them. */
export const textParts = ['title', 'summary', 'body'] as const;
export type TextPart = (typeof textParts)[number];

export const textOf = ({ values }: WrittenArticle, locale: Language, part: TextPart): string =>
  values[`${locale}.${part}`] ?? '';

/** An article that nobody has written yet. */
export const blankArticle = (key: string): WrittenArticle => ({
  seen: null,
  values: { visibility: 'public' },
  key,
});

/** What of an article can be changed, in the version that is shown, to be written upon the newest. */
export function writtenUpon(article: DeskArticle, key: string): WrittenArticle {
  const texts = Object.entries(article.texts) as [Language, ArticleText][];
  return {
    seen: article.version,
    values: {
      slug: article.slug,
      visibility: article.visibility,
      ...Object.fromEntries(
        texts.flatMap(([locale, text]) =>
          textParts.map((part) => [`${locale}.${part}`, text[part]]),
        ),
      ),
    },
    key,
  };
}

/** With another value; until it is stored first, its address follows its title. */
export function withValue(
  article: WrittenArticle,
  name: string,
  value: string,
  key: string,
): WrittenArticle {
  const { seen, values } = article;
  const follows = seen === null && name.endsWith('.title');
  const slug = values['slug'] ?? '';
  const named = follows && (slug === '' || slug === slugOf(values[name] ?? ''));
  return {
    ...article,
    key,
    values: { ...values, [name]: value, ...(named ? { slug: slugOf(value) } : {}) },
  };
}

/** Languages in which something has been written. */
export const begunIn = (article: WrittenArticle): Language[] =>
  languages.filter((locale) =>
    textParts.some((part) => textOf(article, locale, part).trim() !== ''),
  );

/** Languages that lack a title or a body. */
export const lackingIn = (article: WrittenArticle): Language[] =>
  begunIn(article).filter(
    (locale) => !textOf(article, locale, 'title').trim() || !textOf(article, locale, 'body').trim(),
  );

/** As the server takes it. */
export const draftOf = (article: WrittenArticle): ArticleDraft => ({
  slug: article.values['slug']?.trim() ?? '',
  visibility: article.values['visibility'] as ArticleDraft['visibility'],
  texts: Object.fromEntries(
    begunIn(article).map((locale) => [
      locale,
      Object.fromEntries(textParts.map((part) => [part, textOf(article, locale, part).trim()])),
    ]),
  ),
});

/** Whether the server holds what was written: an answer that was lost is no conflict. */
export const isStored = (mine: WrittenArticle, theirs: DeskArticle): boolean =>
  JSON.stringify(draftOf(mine)) === JSON.stringify(draftOf(writtenUpon(theirs, '')));
