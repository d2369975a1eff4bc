import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator, type Translate } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/page/en.ts';
import { ru } from '#shared/i18n/page/ru.ts';
import { uz } from '#shared/i18n/page/uz.ts';
import { dayAndMonth } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** The page's sentences in one language. */
export interface PageWords {
  readonly locale: Locale;
  readonly say: Translate<keyof typeof en>;
}

/** The sentences of the page in a language. */
export const pageWords = (locale: Locale): PageWords => ({
  locale,
  say: translator(locale, catalogs[locale]),
});

/** `25 ноября 2025 года` · `2025-yil 25-noyabr` · `25 November 2025`. @param isoDate `YYYY-MM-DD` */
export function fullDate({ locale, say }: PageWords, isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  return say('date.full', { day: dayAndMonth(locale, 'UTC', at), year: isoDate.slice(0, 4) });
}

/** `праздники, переносы и дополнительные дни`. */
export const listed = (locale: Locale, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

/** With a capital letter at the start, as the language has it. */
export const capitalized = (locale: Locale, text: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
