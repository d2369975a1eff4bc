import { type LocalDay, dayMs, dayOf } from '#server/policy/time/local-date.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** A month in which hours are counted. Instants in epoch milliseconds, the end exclusive. */
export interface HoursMonth {
  readonly from: number;
  readonly until: number;
}

/**
 * The month around an instant: from the first day of the calendar, or from the contract's day of the
 * month, at midnight in the vendor's zone. A contract of the 31st begins on the last day of shorter
 * months.
 *
 * @param startDay day of the month, 1 to 31; 1 for months of the calendar
 */
export function hoursMonth(policy: Policy, at: number, startDay: number): HoursMonth {
  const today = vendorDay(policy, at);
  const { year, month } = yearMonth(today);
  const here = firstDay(year, month, startDay);
  const started = here <= today ? month : month - 1;
  return {
    from: policy.zone.toInstant(firstDay(year, started, startDay) * dayMs),
    until: policy.zone.toInstant(firstDay(year, started + 1, startDay) * dayMs),
  };
}

function yearMonth(day: LocalDay) {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** Months before January and after December belong to the years beside. */
function firstDay(year: number, month: number, startDay: number): LocalDay {
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(startDay, daysInMonth)) / dayMs;
}

/**
 * The last millisecond of a month of the vendor's calendar: whichever day months begin on, the one
 * that begins in this month is running then.
 *
 * @param month `YYYY-MM`
 */
export const lastInstantOf = (policy: Policy, month: string): number =>
  hoursMonth(policy, policy.zone.toInstant(dayOf(`${month}-01`) * dayMs), 1).until - 1;
