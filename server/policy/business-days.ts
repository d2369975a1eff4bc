import type { DayReading } from '#shared/vocabulary.ts';
import { type LocalDay, dateText, dayMs, dayOf } from './local-date.ts';
import type { WorkingClock } from './schedule-clock.ts';
import type { LazyTable } from './schedule-table.ts';
import { countBelow, countUpTo } from './search.ts';
import type { Zone } from './zone.ts';

/** Operations that count local dates with hours. Dates are `YYYY-MM-DD`; RangeError when they are not. */
export interface BusinessDays {
  /** A date that exists in the zone, is no holiday and has hours. */
  isBusinessDay(date: string): boolean;
  /** The n-th business date strictly after `date`, or before it when `days` is negative. @throws RangeError for 0 and fractions */
  addBusinessDates(date: string, days: number): string;
  /**
   * Where a period of working days ends.
   *
   * `sameClockRoll`: same clock time on the n-th business date, or the next opening.
   * `endOfDay`: last closing of the n-th business date after the local date.
   * `clamped`: received in hours, the same clock time moved into that date's hours; received out of
   * hours, last closing of the n-th business date where the next one that opens is the first.
   *
   * @throws RangeError unless `days` is a whole number from 1
   */
  addBusinessDays(at: number, days: number, reading: DayReading): number;
}

/** Counts dates on the table that the clock counts time on. */
export function businessDaysOf(zone: Zone, lazy: LazyTable, clock: WorkingClock): BusinessDays {
  const instantAt = (day: LocalDay) => zone.toInstant(day * dayMs);
  const localDay = (at: number): LocalDay => Math.floor(zone.toLocal(at) / dayMs);

  const nthAfter = (day: LocalDay, count: number): LocalDay => {
    const at = instantAt(day);
    let table = lazy.cover(at - dayMs, at + 2 * dayMs);
    const index = countUpTo(table.businessDays, day) + count - 1;
    while (index >= table.businessDays.length) table = lazy.grow('future', at);
    return table.businessDays[index] ?? day;
  };

  const nthBefore = (day: LocalDay, count: number): LocalDay => {
    const at = instantAt(day);
    let table = lazy.cover(at - 2 * dayMs, at + dayMs);
    while (countBelow(table.businessDays, day) < count) table = lazy.grow('past', at);
    return table.businessDays[countBelow(table.businessDays, day) - count] ?? day;
  };

  /** A date whose breaks leave nothing has no closing of its own; the next one that has closes for it. */
  const windowFrom = (day: LocalDay): { first: number; last: number } => {
    const openings = lazy.openingsOf(day);
    const [first, last] = [openings[0], openings.at(-1)];
    return first && last ? { first: first.start, last: last.end } : windowFrom(nthAfter(day, 1));
  };

  const sameClock = (at: number, day: LocalDay): number => {
    const local = zone.toLocal(at);
    return zone.toInstant(day * dayMs + local - localDay(at) * dayMs);
  };

  const clamped = (at: number, days: number): number => {
    if (!clock.isOpen(at)) {
      const opens = localDay(clock.nextOpen(at));
      return windowFrom(nthAfter(opens - 1, days)).last;
    }
    const day = nthAfter(localDay(at), days);
    const { first, last } = windowFrom(day);
    return Math.min(Math.max(sameClock(at, day), first), last);
  };

  return {
    isBusinessDay: (date) => {
      const day = dayOf(date);
      return nthAfter(day - 1, 1) === day;
    },
    addBusinessDates: (date, days) => {
      if (!Number.isInteger(days) || days === 0) {
        throw new RangeError('business dates are counted in whole numbers other than 0');
      }
      const day = dayOf(date);
      return dateText(days > 0 ? nthAfter(day, days) : nthBefore(day, -days));
    },
    addBusinessDays: (at, days, reading) => {
      if (!Number.isInteger(days) || days < 1) {
        throw new RangeError('business days are counted in whole numbers from 1');
      }
      if (reading === 'clamped') return clamped(at, days);
      const day = nthAfter(localDay(at), days);
      if (reading === 'endOfDay') return windowFrom(day).last;
      return clock.nextOpen(sameClock(at, day));
    },
  };
}
