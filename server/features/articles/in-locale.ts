import { type Locale, locales } from '#shared/vocabulary.ts';

/** What is there in the language of the reader, else in the first one that it is written in. */
export const inLocale = <Text extends { readonly locale: Locale }>(
  texts: readonly Text[],
  locale: Locale,
): Text | undefined =>
  [locale, ...locales]
    .map((wanted) => texts.find((text) => text.locale === wanted))
    .find((text) => text !== undefined);
