import { isWeekend } from './calendar-rule.ts';
import type { CalendarDay, CalendarYear } from './calendar-year.ts';
import { russianHolidays } from './holidays-by-law.ts';
import { type LocalDay, dayOf, yearOf } from '#server/policy/time/local-date.ts';

/** What a date is, without certainty and name. */
export type DerivedDay = Pick<CalendarDay, 'kind' | 'shortened'>;

/**
 * A Russian year worked out anew from the holidays of the law and the moves of the year's decree.
 *
 * A holiday on a weekend moves to the next working day, except 1–8 January and where the decree says
 * otherwise. What a decree takes from a weekend that is no holiday is worked. The working day right
 * before a holiday is shorter; a worked weekend is as long as the day it was swapped with.
 *
 * @see Labour Code of the Russian Federation, art. 95 and 112
 */
export function derivedRussianYear(
  year: number,
  transfers: NonNullable<CalendarYear['transfers']>,
): ReadonlyMap<LocalDay, DerivedDay> {
  const holidays = new Map(
    russianHolidays.map(({ on, moves }) => [dayOf(`${year}-${on}`), moves] as const),
  );
  const days = new Map<LocalDay, DerivedDay>(
    [...holidays.keys()].map((day) => [day, { kind: 'holiday' }]),
  );
  const beforeHoliday = (day: LocalDay) =>
    holidays.has(day + 1) || yearOf(day + 1) !== year || undefined;
  const moved = new Set(transfers.map(({ from }) => dayOf(from)));

  for (const { from, to } of transfers) {
    const [taken, given] = [dayOf(from), dayOf(to)];
    days.set(given, { kind: 'transferred' });
    if (holidays.has(taken)) continue;
    const shortened = beforeHoliday(given);
    days.set(taken, { kind: 'working-weekend', ...(shortened ? { shortened } : {}) });
  }
  for (const [day, moves] of holidays) {
    if (!moves || moved.has(day) || !isWeekend(day, 'five')) continue;
    let target = day + 1;
    while (isWeekend(target, 'five') || days.has(target)) target += 1;
    days.set(target, { kind: 'transferred' });
  }
  for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day += 1) {
    if (isWeekend(day, 'five') || days.has(day) || !beforeHoliday(day)) continue;
    days.set(day, { kind: 'shortened' });
  }
  return days;
}
