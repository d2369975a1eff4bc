import type { Interval } from './intervals.ts';
import { dayMs } from './local-date.ts';
import type { LazyTable, Table } from './schedule-table.ts';
import { rankOf } from './search.ts';

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
    const index = openingFrom(table, at);
    while (index >= table.starts.length) table = lazy.grow('future', at);
    return Math.max(at, table.starts[index] ?? at);
  };

  const subtract = (at: number, ms: number): Moment => {
    requireLength(ms);
    let table = lazy.cover(at - ms, at);
    while (openBefore(table, at) <= ms) table = lazy.grow('past', at);
    const moment = whenOpen(table, openBefore(table, at) - ms);
    return ms === 0 ? { earliest: moment.earliest, latest: at } : moment;
  };

  return {
    subtract,
    nextOpen,
    add: (at, ms) => {
      requireLength(ms);
      let table = lazy.cover(at, at + ms);
      const sum = openBefore(table, at) + ms;
      while (table.total <= sum) table = lazy.grow('future', at);
      const moment = whenOpen(table, sum);
      return ms === 0 ? { earliest: at, latest: moment.latest } : moment;
    },
    between: (from, to) => {
      const table = lazy.cover(Math.min(from, to), Math.max(from, to));
      return openBefore(table, to) - openBefore(table, from);
    },
    isOpen: (at) => {
      const table = lazy.cover(at, at);
      return at < (table.ends[rankOf(table.byStart, at) - 1] ?? at);
    },
    nextClose: (at) => {
      const opening = nextOpen(at);
      const table = lazy.cover(at, opening + neverClosesMs);
      const end = table.ends[rankOf(table.byStart, opening) - 1] ?? Infinity;
      return end > opening + neverClosesMs ? undefined : end;
    },
    prevEdge: (at) => subtract(at, 0).earliest,
    periods: (from, until) => {
      const found: Interval[] = [];
      if (from >= until) return found;
      const table = lazy.cover(from, until);
      for (let index = openingFrom(table, from); index < table.starts.length; index += 1) {
        const [start = until, end = until] = [table.starts[index], table.ends[index]];
        if (start >= until) break;
        found.push({ start: Math.max(start, from), end: Math.min(end, until) });
      }
      return found;
    },
  };
}

function requireLength(ms: number): void {
  if (!(ms >= 0 && ms < Infinity)) throw new RangeError('a length of time is at least 0');
}

/** Index of the opening that contains an instant or follows it. */
function openingFrom({ byStart, ends }: Table, at: number): number {
  const started = rankOf(byStart, at);
  return at < (ends[started - 1] ?? at) ? started - 1 : started;
}

/** Open milliseconds in the table before an instant that it covers. */
function openBefore({ byStart, starts, ends, before }: Table, at: number): number {
  const index = rankOf(byStart, at) - 1;
  if (index < 0) return 0;
  return (before[index] ?? 0) + Math.min(at, ends[index] ?? at) - (starts[index] ?? at);
}

/**
 * When `sum` of open time has passed, more than 0 and less than the total: two instants where that
 * is at a closing, found in one search because only there an opening begins with just that sum.
 */
function whenOpen({ byTotal, starts, ends, before }: Table, sum: number): Moment {
  const index = rankOf(byTotal, sum) - 1;
  const passed = sum - (before[index] ?? 0);
  const latest = (starts[index] ?? 0) + passed;
  return { earliest: passed === 0 ? (ends[index - 1] ?? latest) : latest, latest };
}
