import { type Interval, clip, unite } from './intervals.ts';
import type { Moment } from './schedule-clock.ts';
import type { Schedule } from './schedule.ts';

/**
 * Stretches in which a clock stands, epoch milliseconds. They may overlap, touch, lie out of hours or
 * in any order. An end of Infinity is a pause that nobody has ended.
 */
export type Pauses = readonly Interval[];

/**
 * The instant by which `ms` of open time has passed since `start`, not counting what a pause covers.
 * A pause is like closed time: a length that ends exactly where one begins ends there at the
 * earliest, and at the next instant that counts at the latest.
 *
 * @returns undefined while a pause without end keeps the time from passing; where the time has just
 *   passed when that pause begins, `latest` is `earliest`
 * @throws RangeError when `ms` is below 0, or there is no such instant within a hundred years
 */
export function deadline(
  schedule: Schedule,
  start: number,
  ms: number,
  pauses: Pauses,
): Moment | undefined {
  const standing = unite(pauses).filter(({ end }) => end > start);
  let [at, left] = [start, ms];
  for (const pause of standing) {
    const before = schedule.between(at, Math.max(at, pause.start));
    if (before >= left) break;
    left -= before;
    at = pause.end;
  }
  if (at === Infinity) return undefined;
  const { earliest, latest } = schedule.add(at, left);
  return { earliest, latest: afterPauses(schedule, latest, standing) ?? earliest };
}

/** The first open instant from `at` that no pause covers; undefined when a pause never ends. */
function afterPauses(schedule: Schedule, open: number, pauses: Pauses): number | undefined {
  let at = open;
  for (const { start, end } of pauses) {
    if (at < start) break;
    if (end === Infinity) return undefined;
    if (at < end) at = schedule.nextOpen(end);
  }
  return at;
}

/** Open milliseconds from one instant to another that no pause covers; negative when `to` is before `from`. */
export function elapsed(schedule: Schedule, from: number, to: number, pauses: Pauses): number {
  if (to < from) return 0 - elapsed(schedule, to, from, pauses);
  return clip(unite(pauses), from, to).reduce(
    (left, { start, end }) => left - schedule.between(start, end),
    schedule.between(from, to),
  );
}
