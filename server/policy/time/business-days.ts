import { type DayMode, hoursPerDay } from './day-modes.ts';
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
   * Business dates from one date to another. Dates the wrong way round give the same number below
   * zero. @throws RangeError when `range` is none
   */
  businessDaysBetween(from: string, to: string, range: DateRange): number;
  /**
   * Where a period of business days ends, or begins for `sameClockRollBack`. @see DayMode
   *
   * @throws RangeError unless `days` is a whole number from 1 and `mode` is one
   */
  addBusinessDays(at: number, days: number, mode: DayMode): number;
}

/** Which of the two dates count: the first, the last, or both. */
export const dateRanges = ['[)', '(]', '[]'] as const;
export type DateRange = (typeof dateRanges)[number];

const reachDays = 36_600;
const hourMs = 3_600_000;

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
  const windowFrom = (from: LocalDay): { first: number; last: number } => {
    for (let day = from; day <= from + reachDays; day = nthAfter(day, 1)) {
      const openings = lazy.openingsOf(day);
      const [first, last] = [openings[0], openings.at(-1)];
      if (first && last) return { first: first.start, last: last.end };
    }
    throw new RangeError('no open time within a hundred years');
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

  const datesBetween = (from: LocalDay, to: LocalDay, range: DateRange): number => {
    if (from > to) return 0 - datesBetween(to, from, range);
    const { businessDays } = lazy.cover(instantAt(from) - dayMs, instantAt(to) + 2 * dayMs);
    const first = range === '(]' ? countUpTo(businessDays, from) : countBelow(businessDays, from);
    const last = range === '[)' ? countBelow(businessDays, to) : countUpTo(businessDays, to);
    return last - first;
  };

  return {
    businessDaysBetween: (from, to, range) => {
      if (!dateRanges.includes(range)) throw new RangeError('not a range of dates');
      return datesBetween(dayOf(from), dayOf(to), range);
    },
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
    addBusinessDays: (at, days, mode) => {
      if (!Number.isInteger(days) || days < 1) {
        throw new RangeError('business days are counted in whole numbers from 1');
      }
      if (mode === 'clamped') return clamped(at, days);
      if (mode === 'sameClockRollBack') {
        return clock.prevEdge(sameClock(at, nthBefore(localDay(at), days)));
      }
      const hours = hoursPerDay(mode);
      if (hours !== undefined) return clock.add(at, Math.round(days * hours * hourMs)).earliest;
      const day = nthAfter(localDay(at), days);
      if (mode === 'endOfDay') return windowFrom(day).last;
      if (mode === 'sameClock') return sameClock(at, day);
      if (mode === 'sameClockRoll') return clock.nextOpen(sameClock(at, day));
      throw new RangeError('not a way to read business days');
    },
  };
}
