import type { Interval } from './intervals.ts';
import { dayMs } from './local-date.ts';

/** `["09:00", "18:00"]`: wall clock, seconds allowed, `24:00` allowed as end. An end that is not later is on the next local day. */
export type WallRange = readonly [from: string, to: string];

/** Clock time as milliseconds after midnight, undefined unless `HH:MM[:SS]` up to 24:00. */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return undefined;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return ms <= dayMs ? ms : undefined;
}

/**
 * Milliseconds after the midnight that begins the day; the end is past 24 hours when it is on the
 * next day. Undefined for a clock time that does not parse, for equal ends, and for 24:00 as start.
 */
export function parseWallRange([from, to]: WallRange): Interval | undefined {
  const [start, end] = [parseClock(from), parseClock(to)];
  if (start === undefined || end === undefined) return undefined;
  if (start === end || start === dayMs) return undefined;
  return { start, end: end < start ? end + dayMs : end };
}

/** @throws RangeError when one of the ranges does not parse */
export function wallIntervals(ranges: readonly WallRange[]): Interval[] {
  return ranges.map((range) => {
    const interval = parseWallRange(range);
    if (!interval) throw new RangeError(`not a range of hours: ${range.join('–')}`);
    return interval;
  });
}
