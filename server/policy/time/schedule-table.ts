import { type Interval, clip, subtract, unite } from './intervals.ts';
import { type LocalDay, dayMs } from './local-date.ts';
import type { HoursOf } from './schedule-days.ts';
import { type Ranked, rank } from './search.ts';
import type { Zone } from './zone.ts';

/** What is open between two local midnights. */
interface Stretch {
  /** Instants: everything in between is known. */
  readonly from: number;
  readonly until: number;
  readonly firstDay: LocalDay;
  /** The day after the last known one. */
  readonly endDay: LocalDay;
  /** Sorted and apart; the first may be cut at `from`, the last at `until`. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Days that exist in the zone and have hours, breaks not counted. */
  readonly businessDays: readonly LocalDay[];
}

/** The same with running totals. Never changed: a longer one takes its place. */
export interface Table extends Stretch {
  /** Open milliseconds in the table before each start. */
  readonly before: Float64Array;
  /** Open milliseconds in all. */
  readonly total: number;
  /** Finds an opening by its start. */
  readonly byStart: Ranked;
  /** Finds an opening by what is open before it. */
  readonly byTotal: Ranked;
}

/** A table that grows on demand, a block of days at a time. */
export interface LazyTable {
  /** Knows at least `[from, until]`. @throws RangeError when an instant is not within the years 1600–2599 */
  cover(from: number, until: number): Table;
  /** One block more, in search of open time from `at`. @throws RangeError after a hundred years without */
  grow(towards: 'future' | 'past', at: number): Table;
  /** Openings that start on the day, breaks taken out, next to nobody else's. */
  openingsOf(day: LocalDay): readonly Interval[];
}

const blockDays = 366;
const reachMs = 100 * blockDays * dayMs;
const [firstInstant, endInstant] = [Date.UTC(1600, 0, 1), Date.UTC(2600, 0, 1)];

/** An empty table; the first question fills its first year. */
export function lazyTable(zone: Zone, hoursOf: HoursOf): LazyTable {
  let table: Table | undefined;
  const openingsByDay = new Map<LocalDay, readonly Interval[]>();

  const midnight = (day: LocalDay) => zone.toInstant(day * dayMs);
  const localDay = (at: number): LocalDay => Math.floor(zone.toLocal(at) / dayMs);
  const exists = (day: LocalDay) => zone.toLocal(midnight(day)) < (day + 1) * dayMs;
  const toInstants = (day: LocalDay, clock: readonly Interval[]): Interval[] =>
    clock.map(({ start, end }) => ({
      start: zone.toInstant(day * dayMs + start),
      end: zone.toInstant(day * dayMs + end),
    }));

  const build = (firstDay: LocalDay, endDay: LocalDay): Stretch => {
    const hours: Interval[] = [];
    const breaks: Interval[] = [];
    const businessDays: LocalDay[] = [];
    for (let day = firstDay - 2; day <= endDay; day += 1) {
      const own = hoursOf(day);
      if (own.hours.length + own.breaks.length === 0 || !exists(day)) continue;
      breaks.push(...toInstants(day, own.breaks));
      if (own.hours.length === 0) continue;
      hours.push(...toInstants(day, own.hours));
      if (day >= firstDay && day < endDay) businessDays.push(day);
    }
    const [from, until] = [midnight(firstDay), midnight(endDay)];
    const open = clip(subtract(unite(hours), unite(breaks)), from, until);
    const starts = Float64Array.from(open, ({ start }) => start);
    const ends = Float64Array.from(open, ({ end }) => end);
    return { from, until, firstDay, endDay, starts, ends, businessDays };
  };

  const blocksFrom = (firstDay: LocalDay, count: number): Stretch[] =>
    Array.from({ length: count }, (_, index) => {
      const day = firstDay + index * blockDays;
      return build(day, day + blockDays);
    });
  const extend = (known: Stretch, before: number, after: number): Table =>
    join([
      ...blocksFrom(known.firstDay - before * blockDays, before),
      known,
      ...blocksFrom(known.endDay, after),
    ]);

  const widen = (from: number, until: number): Table => {
    if (!(Math.min(from, until) >= firstInstant && Math.max(from, until) < endInstant)) {
      throw new RangeError('an instant is a number within the years 1600 to 2599');
    }
    const first = localDay(from) - 1;
    const known = table ?? build(first, first + blockDays);
    table = extend(known, blocksIn(known.from - from), blocksIn(until - known.until));
    return table;
  };

  const cover = (from: number, until: number): Table =>
    table && from >= table.from && until < table.until ? table : widen(from, until);

  const openingsStartingOn = (day: LocalDay): Interval[] => {
    if (!exists(day)) return [];
    const breaks: Interval[] = [];
    for (const near of [day - 2, day - 1, day, day + 1]) {
      if (exists(near)) breaks.push(...toInstants(near, hoursOf(near).breaks));
    }
    return subtract(unite(toInstants(day, hoursOf(day).hours)), unite(breaks));
  };

  return {
    cover,
    grow: (towards, at) => {
      const known = cover(at, at);
      if (Math.max(known.until - at, at - known.from) > reachMs) {
        throw new RangeError('no open time within a hundred years');
      }
      table = towards === 'future' ? extend(known, 0, 1) : extend(known, 1, 0);
      return table;
    },
    openingsOf: (day) => {
      const known = openingsByDay.get(day) ?? openingsStartingOn(day);
      openingsByDay.set(day, known);
      return known;
    },
  };
}

/** Blocks that surely last longer than so many milliseconds: local days may be an hour short. */
const blocksIn = (ms: number): number =>
  ms < 0 ? 0 : Math.ceil((ms + dayMs) / ((blockDays - 1) * dayMs));

/** Stretches that meet, in order; an opening cut at a border becomes one again. */
function join(parts: readonly Stretch[]): Table {
  const [starts, ends, businessDays]: [number[], number[], LocalDay[]] = [[], [], []];
  for (const part of parts) {
    const cut = ends.at(-1) === part.starts[0];
    if (cut) ends.pop();
    for (const start of part.starts.subarray(cut ? 1 : 0)) starts.push(start);
    for (const end of part.ends) ends.push(end);
    for (const day of part.businessDays) businessDays.push(day);
  }
  let total = 0;
  const before = Float64Array.from(starts, (start, index) => {
    const sum = total;
    total += (ends[index] ?? start) - start;
    return sum;
  });
  const sorted = Float64Array.from(starts);
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    until: Math.max(...parts.map(({ until }) => until)),
    firstDay: Math.min(...parts.map(({ firstDay }) => firstDay)),
    endDay: Math.max(...parts.map(({ endDay }) => endDay)),
    starts: sorted,
    ends: Float64Array.from(ends),
    before,
    total,
    byStart: rank(sorted),
    byTotal: rank(before),
    businessDays,
  };
}
