import { type Interval, intersect, unite } from './intervals.ts';
import type { Schedule } from './schedule.ts';

/** When at least one of two desks is open, within `[from, until)`: sorted and apart, epoch milliseconds. */
export const unionOf = (one: Schedule, other: Schedule, from: number, until: number): Interval[] =>
  unite([...one.periods(from, until), ...other.periods(from, until)]);

/** When both desks are open, within `[from, until)`: sorted and apart, epoch milliseconds. */
export const intersectionOf = (
  one: Schedule,
  other: Schedule,
  from: number,
  until: number,
): Interval[] => intersect(one.periods(from, until), other.periods(from, until));
