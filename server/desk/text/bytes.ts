import type { Language } from '#shared/vocabulary.ts';

const units = { ru: ['Б', 'КБ', 'МБ'], uz: ['B', 'KB', 'MB'], en: ['B', 'KB', 'MB'] } as const;

/** `340 КБ`, `1,2 МБ`: powers of a thousand, one decimal for megabytes. */
export function bytesText(locale: Language, bytes: number): string {
  const [byte, kilo, mega] = units[locale];
  if (bytes < 1000) return `${bytes} ${byte}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} ${kilo}`;
  const value = (bytes / 1_000_000).toFixed(1);
  return `${locale === 'en' ? value : value.replace('.', ',')} ${mega}`;
}
