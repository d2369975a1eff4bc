import type { Locale } from '#shared/vocabulary.ts';

const readersOfRussian = new Set(['ru', 'by', 'kz', 'ua']);

/** The language of our pages for one of a portal; English where we have none that is nearer. */
export function portalLocale(language: string): Locale {
  if (language === 'uz') return 'uz';
  return readersOfRussian.has(language) ? 'ru' : 'en';
}
