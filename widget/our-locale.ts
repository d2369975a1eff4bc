import type { Locale } from '#shared/vocabulary.ts';

const others = ['uz-Cyrl', 'uz', 'en'] as const;

/** The language of ours that a BCP 47 tag asks for; Russian where it asks for none of them. */
export const ourLocale = (tag: string): Locale =>
  others.find((locale) => RegExp(`^${locale}(?![a-z])`, 'i').test(tag)) ?? 'ru';
