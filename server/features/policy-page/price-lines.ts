import { html } from 'hono/html';
import { moneyOf, moneyText } from '#server/features/policy-page/money.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { PackPlan } from '#server/policy/pack/plans.ts';
import { pricesOf, type PlanPrices } from '#server/policy/decision/prices.ts';

/** Prices as the text states them; what is computed from them is marked as an example. */
export function priceLines(
  words: PageWords,
  plan: PackPlan,
  fact: (name: string, value: Html | string) => Html,
): Html[] {
  const { locale, say } = words;
  const prices = pricesOf(plan);
  if (!prices) return [];
  const { currency, month, year, twelveMonths, vat } = prices;
  const sum = say('plans.sum', {
    month: moneyText(locale, month, currency),
    sum: moneyText(locale, twelveMonths, currency),
  });
  return [
    fact(
      say('plans.month'),
      html`<strong>${moneyOf(locale, month, currency)}</strong>
        <span class="aside">${say(`plans.vat.${vat}`)}</span>`,
    ),
    fact(
      say('plans.year'),
      html`<strong>${moneyOf(locale, year, currency)}</strong> <span class="aside">${sum}</span>`,
    ),
    ...discountLine(words, prices, fact),
  ];
}

function discountLine(
  { locale, say }: PageWords,
  { discount, year, currency }: PlanPrices,
  fact: (name: string, value: Html | string) => Html,
): Html[] {
  if (!discount) return [];
  const { percent, exampleYear, vendorToConfirm } = discount;
  const example =
    exampleYear === year
      ? say('plans.inside')
      : say('plans.example', {
          year: moneyText(locale, year, currency),
          percent,
          result: moneyText(locale, exampleYear, currency),
        });
  const mark = vendorToConfirm ? html` <span class="mark">${say('plans.confirm')}</span>` : '';
  return [
    fact(
      say('plans.discount'),
      html`<data value="${percent} %">${percent} %</data>
        <span class="aside">${example}${mark}</span>`,
    ),
  ];
}
