import { type Interval, clip } from './intervals.ts';
import { dayMs } from './local-date.ts';
import type { LazyTable, Table } from './schedule-table.ts';
import { countBelow, countUpTo } from './search.ts';

/** Two answers where no working time lies between them: the closing, and the next opening. */
export interface Moment {
  readonly earliest: number;
  readonly latest: number;
}

/** Operations that count working time. See `Schedule` for units. */
export interface WorkingClock {
  /** The instant `ms` of working time after `at`. For 0, `earliest` is `at`. @throws RangeError when negative */
  add(at: number, ms: number): Moment;
  /** The instant `ms` of working time before `at`. For 0, `latest` is `at`. @throws RangeError when negative */
  subtract(at: number, ms: number): Moment;
  /** Working milliseconds; negative when `to` is before `from`. */
  between(from: number, to: number): number;
  isOpen(at: number): boolean;
  /** `at` itself when open. */
  nextOpen(at: number): number;
  /** End of the opening that contains or follows `at`; undefined when it lasts beyond 400 days. */
  nextClose(at: number): number | undefined;
  /** The latest instant up to `at` with working time just before it. */
  prevEdge(at: number): number;
  /** Openings within `[from, until)`, cut at both ends. */
  periods(from: number, until: number): Interval[];
}

const neverClosesMs = 400 * dayMs;

/** Counts working time on a table that grows as it is asked. */
export function workingClock(lazy: LazyTable): WorkingClock {
  const nextOpen = (at: number): number => {
    let table = lazy.cover(at, at);
    const index = countUpTo(table.ends, at);
    while (index >= table.starts.length) table = lazy.grow('future', at);
    return Math.max(at, table.starts[index] ?? at);
  };

  const subtract = (at: number, ms: number): Moment => {
    requireLength(ms);
    let table = lazy.cover(at - ms, at);
    while (openBefore(table, at) <= ms) table = lazy.grow('past', at);
    const target = openBefore(table, at) - ms;
    return { earliest: reach(table, target), latest: ms === 0 ? at : leave(table, target) };
  };

  return {
    subtract,
    nextOpen,
    add: (at, ms) => {
      requireLength(ms);
      let table = lazy.cover(at, at + ms);
      const target = openBefore(table, at) + ms;
      while (table.total <= target) table = lazy.grow('future', at);
      return { earliest: ms === 0 ? at : reach(table, target), latest: leave(table, target) };
    },
    between: (from, to) => {
      const table = lazy.cover(Math.min(from, to), Math.max(from, to));
      return openBefore(table, to) - openBefore(table, from);
    },
    isOpen: (at) => {
      const table = lazy.cover(at, at);
      const start = table.starts[countUpTo(table.ends, at)];
      return start !== undefined && start <= at;
    },
    nextClose: (at) => {
      const opening = nextOpen(at);
      const table = lazy.cover(at, opening + neverClosesMs);
      const end = table.ends[countUpTo(table.starts, opening) - 1];
      return end === table.until ? undefined : end;
    },
    prevEdge: (at) => subtract(at, 0).earliest,
    periods: (from, until) => {
      if (from >= until) return [];
      const { starts, ends } = lazy.cover(from, until);
      const first = countUpTo(ends, from);
      const found = starts
        .slice(first, countBelow(starts, until))
        .map((start, index) => ({ start, end: ends[first + index] ?? start }));
      return clip(found, from, until);
    },
  };
}

function requireLength(ms: number): void {
  if (!(ms >= 0 && ms < Infinity)) throw new RangeError('a length of time is at least 0');
}

/** Open milliseconds in the table before an instant that it covers. */
function openBefore(table: Table, at: number): number {
  const index = countUpTo(table.starts, at) - 1;
  if (index < 0) return 0;
  const [start = at, end = at] = [table.starts[index], table.ends[index]];
  return (table.before[index] ?? 0) + Math.min(at, end) - start;
}

/** The first instant by which `sum` (more than 0) of open time has passed. */
const reach = (table: Table, sum: number): number =>
  instantOf(table, countBelow(table.before, sum) - 1, sum);

/** The last instant by which no more than `sum` (less than the total) of open time has passed. */
const leave = (table: Table, sum: number): number =>
  instantOf(table, countUpTo(table.before, sum) - 1, sum);

const instantOf = (table: Table, index: number, sum: number): number =>
  (table.starts[index] ?? table.from) + sum - (table.before[index] ?? 0);
