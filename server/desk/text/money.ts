import type { Language } from '#shared/vocabulary.ts';

/** `15 000 ₽`: a sum in minor units of its currency, without parts where there are none. */
export function moneyText(locale: Language, minor: number, currency: string): string {
  const whole = minor % 100 === 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(minor / 100);
}
