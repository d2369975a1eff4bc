import type { Locale } from '#shared/vocabulary.ts';

/** What was written in the reader's language, or in the first one that it was written in. */
export const inLanguage = <Text>(
  texts: Partial<Readonly<Record<Locale, Text>>>,
  locale: Locale,
): Text | undefined => texts[locale] ?? texts.ru ?? texts.uz ?? texts.en;
