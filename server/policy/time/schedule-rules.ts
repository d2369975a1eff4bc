import { type Interval, clip, overlap, subtract, unite } from './intervals.ts';
import { type LocalDay, dayMs, dayOf } from './local-date.ts';
import { type HoursOf, type ScheduleSpec, hoursOfSpec } from './schedule-days.ts';
import { scheduleJson } from './schedule-json.ts';
import { wallIntervals } from './wall-hours.ts';

/** A Monday: a week without dates is looked at as it would be there. */
const monday = dayOf('1970-01-05');

/**
 * Whether a schedule is one that a person can have meant. False for a shape or name that is not of
 * the format, an unknown weekday or zone, a time that is not `HH:MM[:SS]` up to 24:00, equal ends, a
 * date that is none, ranges that overlap on a day or by the tail of a night, and for no open time in
 * any week. The order of ranges is free, and they may touch.
 */
export function isValidSchedule(schedule: unknown): boolean {
  const parsed = scheduleJson.safeParse(schedule);
  return parsed.success && !overlaps(parsed.data) && everOpens(parsed.data);
}

function overlaps(spec: ScheduleSpec): boolean {
  const lists = [spec.hours, spec.weeklyBreaks, spec.shifts, spec.breaks];
  const ownOverlap = lists
    .flatMap((lists) => Object.values(lists ?? {}))
    .some((ranges) => overlap(wallIntervals(ranges)));
  if (ownOverlap || overlap(laid(weekOnly(spec), monday, monday + 8))) return true;
  const hoursOf = hoursOfSpec(spec);
  return shiftDays(spec).some((day) => overlap(laid(hoursOf, day - 1, day + 2)));
}

function everOpens(spec: ScheduleSpec): boolean {
  const hoursOf = hoursOfSpec(spec);
  return (
    opens(weekOnly(spec), monday, monday + 7) ||
    shiftDays(spec).some((day) => opens(hoursOf, day, day + 2))
  );
}

const weekOnly = ({ timezone, hours, weeklyBreaks = {} }: ScheduleSpec): HoursOf =>
  hoursOfSpec({ timezone, hours, weeklyBreaks });

const shiftDays = ({ shifts = {} }: ScheduleSpec): LocalDay[] => Object.keys(shifts).map(dayOf);

/** Hours, or breaks, of the days from one to before another, one day after the other. */
function laid(
  hoursOf: HoursOf,
  from: LocalDay,
  until: LocalDay,
  what: 'hours' | 'breaks' = 'hours',
): Interval[] {
  const days = Array.from({ length: until - from }, (_, index) => from + index);
  return days.flatMap((day) =>
    hoursOf(day)[what].map(({ start, end }) => ({
      start: start + day * dayMs,
      end: end + day * dayMs,
    })),
  );
}

/** Whether breaks leave open time between two midnights, the nights and breaks before counted. */
function opens(hoursOf: HoursOf, from: LocalDay, until: LocalDay): boolean {
  const hours = unite(laid(hoursOf, from - 1, until));
  const breaks = unite(laid(hoursOf, from - 1, until, 'breaks'));
  return clip(subtract(hours, breaks), from * dayMs, until * dayMs).length > 0;
}
