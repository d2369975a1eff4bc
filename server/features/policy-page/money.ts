import { html } from 'hono/html';
import type { Locale } from '#shared/vocabulary.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

const tags = { ru: 'ru', uz: 'uz', 'uz-Cyrl': 'uz-Cyrl', en: 'en-GB' } as const;

/** `42 000 ₽`; hundredths only where there are some. @param currency ISO 4217 */
export const moneyText = (locale: Locale, amount: number, currency: string): string =>
  new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount);

/** The same for programs too: `42000 RUB`. */
export const moneyOf = (locale: Locale, amount: number, currency: string): Html =>
  html`<data value="${amount} ${currency}">${moneyText(locale, amount, currency)}</data>`;
