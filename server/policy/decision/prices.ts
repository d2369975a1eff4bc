import type { PackPlan } from '#server/policy/pack/plans.ts';

/** What a plan costs, as the text states it, and what follows from it. Whole units of the currency. */
export interface PlanPrices {
  readonly currency: string;
  readonly month: number;
  readonly year: number;
  readonly vat: NonNullable<PackPlan['prices']>['vat'];
  /** Twelve months at the price of a month. */
  readonly twelveMonths: number;
  /** Whether the stated year is twelve stated months. */
  readonly yearIsTwelveMonths: boolean;
  readonly discount: YearDiscount | null;
  readonly clause: string;
}

/** A discount for a whole year, beside the list price and never taken off it silently (E1). */
export interface YearDiscount {
  readonly percent: number;
  /** A year with the discount taken off; the stated year where it holds the discount already. */
  readonly exampleYear: number;
  /** The text does not say whether the stated year holds it: the example is only one way to read it. */
  readonly vendorToConfirm: boolean;
  readonly clause: string;
}

/** Null where the plan has no price. */
export function pricesOf({ prices }: Pick<PackPlan, 'prices'>): PlanPrices | null {
  if (!prices) return null;
  const { currency, month, year, vat, yearDiscount, clause } = prices;
  return {
    currency,
    month,
    year,
    vat,
    twelveMonths: 12 * month,
    yearIsTwelveMonths: year === 12 * month,
    discount: yearDiscount
      ? {
          percent: yearDiscount.percent,
          exampleYear:
            yearDiscount.applies === 'inside' ? year : (year * (100 - yearDiscount.percent)) / 100,
          vendorToConfirm: yearDiscount.applies === 'unstated',
          clause: yearDiscount.clause,
        }
      : null,
    clause,
  };
}
