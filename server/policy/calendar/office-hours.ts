import { z } from 'zod';
import type { CalendarDay } from './calendar-year.ts';
import type { Calendar } from './calendar.ts';
import { type Interval, unite } from '#server/policy/time/intervals.ts';
import {
  type LocalDay,
  type Weekday,
  dayMs,
  weekdayOf,
  weekdays,
} from '#server/policy/time/local-date.ts';
import { parseWallRange, wallIntervals } from '#server/policy/time/wall-hours.ts';

const wallRange = z
  .tuple([z.string(), z.string()])
  .refine((range) => parseWallRange(range) !== undefined, 'not a range of hours');

/** A week of hours, weekday by weekday; a weekday that is absent is closed. */
export const weekHours = z
  .partialRecord(z.enum(weekdays), z.array(wallRange))
  .refine((week) => Object.values(week).some((ranges) => ranges.length > 0), 'never open')
  .refine((week) => !overlaps(week), 'hours overlap')
  .meta({
    description: 'Ranges of a weekday, `["09:00", "18:00"]`; a weekday left out is closed.',
  });
export type WeekHours = z.infer<typeof weekHours>;

/** The options of `deskHours` that say what a calendar day does to an office. */
export interface CalendarReading {
  readonly closedOn: readonly ('holiday' | 'transferred' | 'additional')[];
  readonly workingWeekends: 'honor' | 'ignore';
  readonly shortenedDays: 'ignore' | 'end-early';
}

/** The kind by which this day closes the desk; undefined when it does not. */
export const closingKind = (day: CalendarDay | undefined, { closedOn }: CalendarReading) =>
  closedOn.find((kind) => kind === day?.kind);

/** Hours of any local day, as clock milliseconds after its midnight. */
export function officeHoursOf(
  week: WeekHours,
  reading: CalendarReading,
  calendar: Calendar,
): (day: LocalDay) => Interval[] {
  const parsed = new Map(weekdays.map((weekday) => [weekday, wallIntervals(week[weekday] ?? [])]));
  const hoursOn = (weekday: Weekday) => parsed.get(weekday) ?? [];
  const workdays = weekdays.slice(0, 5).map(hoursOn);
  const workday = workdays.find((hours) => hours.length > 0) ?? [];

  return (day) => {
    const special = calendar.dayOn(day);
    if (closingKind(special, reading)) return [];
    const worked = special?.kind === 'working-weekend' && reading.workingWeekends === 'honor';
    const hours = worked ? workday : hoursOn(weekdayOf(day));
    const short = special?.kind === 'shortened' || special?.shortened === true;
    if (!short || reading.shortenedDays === 'ignore') return hours;
    return withoutEnd(hours, calendar.shortenedByMs(day));
  };
}

/** The same hours with so many milliseconds less at the end. */
function withoutEnd(hours: readonly Interval[], ms: number): Interval[] {
  const kept = unite(hours);
  let rest = ms;
  while (rest > 0) {
    const last = kept.pop();
    if (!last) break;
    const end = Math.max(last.start, last.end - rest);
    rest -= last.end - end;
    if (end > last.start) kept.push({ start: last.start, end });
  }
  return kept;
}

function overlaps(week: Partial<Record<Weekday, readonly (readonly [string, string])[]>>): boolean {
  const intervals = weekdays.flatMap((weekday, index) =>
    (week[weekday] ?? []).flatMap((range) => {
      const parsed = parseWallRange(range);
      if (!parsed) return [];
      return [{ start: parsed.start + index * dayMs, end: parsed.end + index * dayMs }];
    }),
  );
  intervals.sort((a, b) => a.start - b.start);
  const first = intervals[0];
  if (first) intervals.push({ start: first.start + 7 * dayMs, end: first.end + 7 * dayMs });
  return intervals.some((one, index) => one.start < (intervals[index - 1]?.end ?? -Infinity));
}
