import type { Language } from '#shared/vocabulary.ts';

/** How long before the sending something was: `−12 с`, `−3 мин`. Instants are ISO 8601. */
export function beforeSending(locale: Language, at: string, sentAt: string): string {
  const seconds = Math.round((Date.parse(at) - Date.parse(sentAt)) / 1000);
  const [value, unit] =
    Math.abs(seconds) < 60 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'narrow' })
    .format(Number(value))
    .replace('-', '−');
}
