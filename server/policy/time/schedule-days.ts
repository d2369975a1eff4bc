import type { Interval } from './intervals.ts';
import { type LocalDay, type Weekday, dayOf, weekdayOf, weekdays } from './local-date.ts';
import { type WallRange, wallIntervals } from './wall-hours.ts';

/** Hours of one local day: intervals that start on it, and what is taken out, as clock milliseconds. */
export interface DayHours {
  readonly hours: readonly Interval[];
  readonly breaks: readonly Interval[];
}

/** The hours of any local day. Asked once a day, so it may be slow. */
export type HoursOf = (day: LocalDay) => DayHours;

/** Hours by weekday; a weekday that is absent is closed. */
export type WeekRanges = Partial<Readonly<Record<Weekday, readonly WallRange[]>>>;
/** Hours by local date, `YYYY-MM-DD`. */
export type DateRanges = Readonly<Record<string, readonly WallRange[]>>;

/** Working time as a person writes it. A holiday beats a shift, a shift beats the week, breaks come off last. */
export interface ScheduleSpec {
  /** IANA name. */
  readonly timezone: string;
  readonly hours: WeekRanges;
  /** Local dates `YYYY-MM-DD`. Drops what starts on the date; the tail of the night before stays. */
  readonly holidays?: readonly string[];
  /** Replaces the week's hours on a date; an empty list closes it. */
  readonly shifts?: DateRanges;
  /** Taken out of a date that the zone has, and of what reaches into it. */
  readonly breaks?: DateRanges;
  readonly weeklyBreaks?: WeekRanges;
}

const closed: DayHours = { hours: [], breaks: [] };

/** @throws RangeError when a weekday, a range of hours or a date in `spec` does not parse */
export function hoursOfSpec(spec: ScheduleSpec): HoursOf {
  const week = parseWeek(spec.hours);
  const weeklyBreaks = parseWeek(spec.weeklyBreaks ?? {});
  const shifts = parseDates(spec.shifts ?? {});
  const breaks = parseDates(spec.breaks ?? {});
  const holidays = new Set((spec.holidays ?? []).map(dayOf));

  return (day) => {
    const weekday = weekdayOf(day);
    const hours = holidays.has(day) ? [] : (shifts.get(day) ?? week.get(weekday) ?? []);
    const off = [...(weeklyBreaks.get(weekday) ?? []), ...(breaks.get(day) ?? [])];
    return hours.length + off.length === 0 ? closed : { hours, breaks: off };
  };
}

function parseWeek(week: WeekRanges): Map<Weekday, Interval[]> {
  const entries = Object.entries(week) as [Weekday, readonly WallRange[]][];
  return new Map(
    entries.map(([weekday, ranges]) => {
      if (!weekdays.includes(weekday)) throw new RangeError(`not a weekday: ${weekday}`);
      return [weekday, wallIntervals(ranges)];
    }),
  );
}

function parseDates(dates: DateRanges): Map<LocalDay, Interval[]> {
  return new Map(
    Object.entries(dates).map(([date, ranges]) => [dayOf(date), wallIntervals(ranges)]),
  );
}
