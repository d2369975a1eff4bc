import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

const months = 12;

/** Prices that do not add up, and discounts whose place in the price is not said (E1). */
export function doubtfulPrices({ plans }: PolicyPack): LintFinding[] {
  return plans.flatMap(({ prices }, i) => {
    if (!prices) return [];
    const { month, year, yearDiscount } = prices;
    const at = ['plans', i, 'prices'];
    const inside = yearDiscount?.applies === 'inside' ? yearDiscount.percent : 0;
    const expected = (month * months * (100 - inside)) / 100;
    const findings: LintFinding[] = [];
    if (Math.abs(expected - year) > 0.005) {
      findings.push({
        code: 'price.sum',
        level: 'warning',
        at: pointerOf([...at, 'year']),
        text: `Twelve months${inside ? ` less ${inside} %` : ''} come to ${expected}, and a year is said to cost ${year}.`,
        remedy: 'Correct the price, or state the discount that makes the difference.',
      });
    }
    if (yearDiscount?.applies === 'unstated') {
      findings.push({
        code: 'price.discount_unstated',
        level: 'warning',
        key: 'E1',
        at: pointerOf([...at, 'yearDiscount']),
        text: `The text does not say whether ${year} holds the discount of ${yearDiscount.percent} % already.`,
        remedy: 'Ask the vendor, then say `inside` or `outside`.',
      });
    }
    return findings;
  });
}
