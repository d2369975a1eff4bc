import { type Interval, clip, subtract, unite } from './intervals.ts';
import { type LocalDay, dayMs } from './local-date.ts';
import type { HoursOf } from './schedule-days.ts';
import type { Zone } from './zone.ts';

/** Openings between two local midnights, with running totals. Rebuilt, never changed in place, when it grows back. */
export interface Table {
  /** Instants: everything in between is known. */
  readonly from: number;
  readonly until: number;
  /** Sorted and apart; the first may be cut at `from`, the last at `until`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Open milliseconds in the table before each start. */
  readonly before: readonly number[];
  /** Open milliseconds in all. */
  readonly total: number;
  /** Days that exist in the zone and have hours, breaks not counted. */
  readonly businessDays: readonly LocalDay[];
  readonly firstDay: LocalDay;
  /** The day after the last known one. */
  readonly endDay: LocalDay;
}

/** A table that grows on demand, a block of days at a time. */
export interface LazyTable {
  /** Knows at least `[from, until]`. @throws RangeError when an instant is not finite */
  cover(from: number, until: number): Table;
  /** One block more, in search of open time from `at`. @throws RangeError after a hundred years without */
  grow(towards: 'future' | 'past', at: number): Table;
  /** Openings that start on the day, breaks taken out, next to nobody else's. */
  openingsOf(day: LocalDay): Interval[];
}

const blockDays = 366;
const reachMs = 100 * blockDays * dayMs;

/** An empty table; the first question fills its first year. */
export function lazyTable(zone: Zone, hoursOf: HoursOf): LazyTable {
  let table: Table | undefined;

  const midnight = (day: LocalDay) => zone.toInstant(day * dayMs);
  const localDay = (at: number): LocalDay => Math.floor(zone.toLocal(at) / dayMs);
  const exists = (day: LocalDay) => zone.toLocal(midnight(day)) < (day + 1) * dayMs;
  const toInstants = (day: LocalDay, clock: readonly Interval[]): Interval[] =>
    clock.map(({ start, end }) => ({
      start: zone.toInstant(day * dayMs + start),
      end: zone.toInstant(day * dayMs + end),
    }));
  const breaksAround = (firstDay: LocalDay, endDay: LocalDay) => {
    const breaks: Interval[] = [];
    for (let day = firstDay - 2; day <= endDay; day += 1) {
      breaks.push(...toInstants(day, hoursOf(day).breaks));
    }
    return unite(breaks);
  };

  const build = (firstDay: LocalDay, endDay: LocalDay): Table => {
    const hours: Interval[] = [];
    const businessDays: LocalDay[] = [];
    for (let day = firstDay - 2; day <= endDay; day += 1) {
      const own = hoursOf(day).hours;
      if (own.length === 0 || !exists(day)) continue;
      hours.push(...toInstants(day, own));
      if (day >= firstDay && day < endDay) businessDays.push(day);
    }
    const [from, until] = [midnight(firstDay), midnight(endDay)];
    const open = clip(subtract(unite(hours), breaksAround(firstDay, endDay)), from, until);
    return { from, until, ...sums(open), businessDays, firstDay, endDay };
  };

  const after = (known: Table) => join(known, build(known.endDay, known.endDay + blockDays));
  const beforehand = (known: Table) =>
    join(build(known.firstDay - blockDays, known.firstDay), known);

  const cover = (from: number, until: number): Table => {
    if (!Number.isFinite(from) || !Number.isFinite(until)) {
      throw new RangeError('an instant is a finite number');
    }
    const first = localDay(from) - 1;
    table ??= build(first, first + blockDays);
    while (table.from > from) table = beforehand(table);
    while (table.until <= until) table = after(table);
    return table;
  };

  return {
    cover,
    grow: (towards, at) => {
      const known = cover(at, at);
      if (Math.max(known.until - at, at - known.from) > reachMs) {
        throw new RangeError('no open time within a hundred years');
      }
      table = towards === 'future' ? after(known) : beforehand(known);
      return table;
    },
    openingsOf: (day) =>
      exists(day)
        ? subtract(unite(toInstants(day, hoursOf(day).hours)), breaksAround(day, day + 1))
        : [],
  };
}

function sums(open: readonly Interval[]): Pick<Table, 'starts' | 'ends' | 'before' | 'total'> {
  let total = 0;
  const before = open.map(({ start, end }) => {
    const sum = total;
    total += end - start;
    return sum;
  });
  return {
    starts: open.map(({ start }) => start),
    ends: open.map(({ end }) => end),
    before,
    total,
  };
}

/** Two tables that meet; an opening cut at the border becomes one again. */
function join(left: Table, right: Table): Table {
  const cut = left.ends.at(-1) === left.until && right.starts[0] === right.from;
  const [rest, ends] = cut ? [1, left.ends.slice(0, -1)] : [0, left.ends];
  return {
    from: left.from,
    until: right.until,
    starts: [...left.starts, ...right.starts.slice(rest)],
    ends: [...ends, ...right.ends],
    before: [...left.before, ...right.before.slice(rest).map((sum) => sum + left.total)],
    total: left.total + right.total,
    businessDays: [...left.businessDays, ...right.businessDays],
    firstDay: left.firstDay,
    endDay: right.endDay,
  };
}
