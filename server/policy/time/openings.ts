import type { Interval } from './intervals.ts';
import { dayMs } from './local-date.ts';
import type { Schedule } from './schedule.ts';

/** How far a list of openings goes: to an instant, epoch milliseconds, to a number of them, or to what comes first. */
export interface ListEnd {
  readonly until?: number;
  readonly count?: number;
}

const firstStepMs = 32 * dayMs;
const reachMs = 36_600 * dayMs;

/**
 * Openings from an instant on, in order, cut at `from` and at `until`. Empty when `until` is not after `from`.
 *
 * @throws RangeError without an end, and when a hundred years hold fewer than `count` that end
 */
export function periodsForward(schedule: Schedule, from: number, end: ListEnd): Interval[] {
  const list = (ms: number) => schedule.periods(from, from + ms);
  const whole = ({ end: closes }: Interval, ms: number) => closes < from + ms;
  return collect(list, whole, (end.until ?? Infinity) - from, end.count);
}

/**
 * The same backwards: the latest opening first, cut at `from` and at an earlier `until`.
 *
 * @throws RangeError as `periodsForward`
 */
export function periodsBackward(schedule: Schedule, from: number, end: ListEnd): Interval[] {
  const list = (ms: number) => schedule.periods(from - ms, from).reverse();
  const whole = ({ start: opens }: Interval, ms: number) => opens > from - ms;
  return collect(list, whole, from - (end.until ?? -Infinity), end.count);
}

/** Looks ever farther; an opening that the sight cuts may be longer and waits for the next look. */
function collect(
  list: (ms: number) => Interval[],
  whole: (period: Interval, ms: number) => boolean,
  lengthMs: number,
  count = Infinity,
): Interval[] {
  if (lengthMs === Infinity && count === Infinity) {
    throw new RangeError('a list of openings needs an end');
  }
  if (lengthMs <= 0 || count <= 0) return [];
  const step = count === Infinity ? lengthMs : firstStepMs;
  for (let ms = step; ms < Math.min(lengthMs, reachMs); ms *= 4) {
    const found = list(ms).filter((period) => whole(period, ms));
    if (found.length >= count) return found.slice(0, count);
  }
  if (lengthMs <= reachMs) return list(lengthMs).slice(0, count);
  const found = list(reachMs).filter((period) => whole(period, reachMs));
  if (found.length >= count) return found.slice(0, count);
  throw new RangeError('a hundred years hold fewer openings that end');
}

/**
 * The end of the opening that contains or follows an instant, however long it lasts.
 *
 * @throws RangeError when there is none within a hundred years
 */
export function nextClosing(schedule: Schedule, at: number): number {
  const closes = schedule.nextClose(at) ?? periodsForward(schedule, at, { count: 1 })[0]?.end;
  if (closes === undefined) throw new RangeError('no closing within a hundred years');
  return closes;
}
