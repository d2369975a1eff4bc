import { type Language, languageOf, languages, type Locale } from '#shared/vocabulary.ts';

/** What is there in the language of the reader, else in the first one that it is written in. */
export const inLocale = <Text extends { readonly locale: Language }>(
  texts: readonly Text[],
  locale: Locale,
): Text | undefined =>
  [languageOf(locale), ...languages]
    .map((wanted) => texts.find((text) => text.locale === wanted))
    .find((text) => text !== undefined);
