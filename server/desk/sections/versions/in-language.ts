import type { Language } from '#shared/vocabulary.ts';

/** What was written in the reader's language, or in the first one that it was written in. */
export const inLanguage = <Text>(
  texts: Partial<Readonly<Record<Language, Text>>>,
  locale: Language,
): Text | undefined => texts[locale] ?? texts.ru ?? texts.uz ?? texts.en;
