import { inLocale } from '#shared/i18n/cyrillic.ts';
import { locales, type Language, type Locale } from '#shared/vocabulary.ts';

/** Languages of the pages; the widget gets the same. */
export const pageLocales = locales;
export type PageLocale = Locale;

/** A plain string reads the same in every language: a number, a brand, a code. */
export type Text = string | Readonly<Record<Language, string>>;

/** Picks the reader's language out of a text. */
export type Translate = (text: Text) => string;

/** One text in the three languages, in the order in which they were written. */
export const say = (ru: string, uz: string, en: string): Text => ({ ru, uz, en });

export const translator =
  (locale: PageLocale): Translate =>
  (text) =>
    typeof text === 'string' ? text : inLocale(text, locale);

/** Groups digits the way people of the page read them: `12 480 000`, in English `12,480,000`. */
export function formatNumber(locale: PageLocale, value: number): string {
  // Some browsers ship no Uzbek data; its grouping is the same as the Russian one.
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru-RU').format(value);
}
