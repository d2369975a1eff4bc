import type { ArticleText } from '#shared/wire/articles.ts';

/** An article for tests of the search. */
export interface SampleArticle {
  readonly slug: string;
  readonly texts: { readonly ru: ArticleText; readonly uz?: ArticleText };
}

/** One language of it. */
export const words = (title: string, summary: string, body: string): ArticleText => ({
  title,
  summary,
  body,
});
