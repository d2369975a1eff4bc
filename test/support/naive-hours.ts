import type { ScheduleSpec } from '#server/policy/time/schedule-days.ts';
import { type NaiveDay, naiveDays } from './naive-days.ts';

type Range = readonly [from: string, to: string];
interface Opening {
  readonly start: number;
  readonly end: number;
}
interface Moment {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * The rules of working time done the slow way: a date at a time, with sums by walking. It knows the
 * days of one window, so ask it only about instants well inside. Shares no code with the engine.
 */
export function naiveHours(spec: ScheduleSpec, firstDate: string, count: number) {
  const days = naiveDays(spec.timezone, firstDate, count);
  const breaks = days.map((day, index) => breaksOn(spec, day, days[index + 1]));
  /** What is left of a date's own hours; a night and a skipped date reach two dates on. */
  const own = days.map((day, index) => {
    const around = breaks.slice(Math.max(0, index - 2), index + 3).flat();
    return without(hoursOn(spec, day, days[index + 1]), around);
  });
  const openings = merged(own.flat());
  const backwards = openings.toReversed();
  const business = days.map((day) => rangesOn(spec, day).length > 0);

  const between = (from: number, to: number): number => {
    if (from > to) return 0 - between(to, from);
    let sum = 0;
    for (const { start, end } of openings) {
      if (start >= to) break;
      if (end > from) sum += Math.min(end, to) - Math.max(start, from);
    }
    return sum;
  };
  const openingFrom = (at: number): Opening | undefined => {
    for (const opening of openings) if (opening.end > at) return opening;
    return undefined;
  };
  const isOpen = (at: number) => (openingFrom(at)?.start ?? NaN) <= at;
  const nextOpen = (at: number) => Math.max(at, openingFrom(at)?.start ?? NaN);
  const prevEdge = (at: number) => {
    for (const { start, end } of backwards) if (start < at) return Math.min(at, end);
    return NaN;
  };

  const add = (at: number, ms: number): Moment => {
    if (ms === 0) return { earliest: at, latest: nextOpen(at) };
    let left = ms;
    for (const { start, end } of openings) {
      const from = Math.max(start, at);
      if (end <= from) continue;
      if (left <= end - from) return { earliest: from + left, latest: nextOpen(from + left) };
      left -= end - from;
    }
    return { earliest: NaN, latest: NaN };
  };
  const subtract = (at: number, ms: number): Moment => {
    if (ms === 0) return { earliest: prevEdge(at), latest: at };
    let left = ms;
    for (const { start, end } of backwards) {
      const to = Math.min(end, at);
      if (to <= start) continue;
      if (left <= to - start) return { latest: to - left, earliest: prevEdge(to - left) };
      left -= to - start;
    }
    return { earliest: NaN, latest: NaN };
  };

  /** Index of the n-th business date after an index, or before it. */
  const nth = (from: number, count: number): number => {
    let index = from;
    for (let left = Math.abs(count); left > 0;) {
      index += Math.sign(count);
      if (index < 0 || index >= days.length) throw new RangeError('beyond the window');
      if (business[index]) left -= 1;
    }
    return index;
  };
  const indexAt = (at: number): number => {
    let found = -1;
    for (const [index, { exists, midnight }] of days.entries()) {
      if (midnight > at) break;
      if (exists) found = index;
    }
    return found;
  };
  const indexOf = (date: string) => days.findIndex((day) => day.date === date);
  const dateAt = (index: number) => days[index]?.date ?? '';
  const sameClock = (at: number, index: number) =>
    days[index]?.instantOf(days[indexAt(at)]?.clockAt(at) ?? NaN) ?? NaN;
  /** A date that breaks leave nothing of closes with the next one that has something. */
  const windowOf = (index: number): { first: number; last: number } => {
    const left = own[index] ?? [];
    if (left.length === 0) return windowOf(nth(index, 1));
    return {
      first: Math.min(...left.map(({ start }) => start)),
      last: Math.max(...left.map(({ end }) => end)),
    };
  };
  const clamped = (at: number, count: number): number => {
    if (!isOpen(at)) return windowOf(nth(indexAt(nextOpen(at)) - 1, count)).last;
    const index = nth(indexAt(at), count);
    const { first, last } = windowOf(index);
    return Math.min(Math.max(sameClock(at, index), first), last);
  };
  /** Business dates from the first on, after the first to the last, or from it to the last. */
  const businessDaysBetween = (from: string, to: string, range: '[)' | '(]' | '[]'): number => {
    if (from > to) return 0 - businessDaysBetween(to, from, range);
    const first = indexOf(from) + (range === '(]' ? 1 : 0);
    const last = indexOf(to) - (range === '[)' ? 1 : 0);
    let sum = 0;
    for (let index = first; index <= last; index += 1) if (business[index]) sum += 1;
    return sum;
  };

  return {
    openings,
    add,
    subtract,
    between,
    isOpen,
    nextOpen,
    prevEdge,
    /** Undefined where the window ends first. */
    nextClose: (at: number) => {
      const opening = openingFrom(at);
      return opening === openings.at(-1) ? undefined : opening?.end;
    },
    periods: (from: number, until: number): Opening[] => {
      const found: Opening[] = [];
      for (const { start, end } of openings) {
        if (start < until && end > from && from < until) {
          found.push({ start: Math.max(start, from), end: Math.min(end, until) });
        }
      }
      return found;
    },
    isBusinessDay: (date: string) => business[indexOf(date)] ?? false,
    addBusinessDates: (date: string, count: number) => dateAt(nth(indexOf(date), count)),
    businessDaysBetween,
    addBusinessDays: (at: number, count: number, mode: NaiveMode): number => {
      const today = indexAt(at);
      switch (mode) {
        case 'sameClock':
          return sameClock(at, nth(today, count));
        case 'sameClockRoll':
          return nextOpen(sameClock(at, nth(today, count)));
        case 'sameClockRollBack':
          return prevEdge(sameClock(at, nth(today, -count)));
        case 'endOfDay':
          return windowOf(nth(today, count)).last;
        case 'clamped':
          return clamped(at, count);
      }
    },
  };
}

/** The ways to count days that the walk knows. */
export const naiveModes = [
  'sameClock',
  'sameClockRoll',
  'sameClockRollBack',
  'endOfDay',
  'clamped',
] as const;
export type NaiveMode = (typeof naiveModes)[number];

const rangesOn = (spec: ScheduleSpec, { date, weekday, exists }: NaiveDay): readonly Range[] =>
  !exists || spec.holidays?.includes(date)
    ? []
    : (spec.shifts?.[date] ?? spec.hours[weekday] ?? []);

const hoursOn = (spec: ScheduleSpec, day: NaiveDay, next: NaiveDay | undefined): Opening[] =>
  rangesOn(spec, day)
    .map((range) => openingOf(day, next, range))
    .filter(({ start, end }) => start < end);

const breaksOn = (spec: ScheduleSpec, day: NaiveDay, next: NaiveDay | undefined): Opening[] =>
  [...(spec.weeklyBreaks?.[day.weekday] ?? []), ...(spec.breaks?.[day.date] ?? [])]
    .filter(() => day.exists)
    .map((range) => openingOf(day, next, range));

function openingOf(day: NaiveDay, next: NaiveDay | undefined, [from, to]: Range): Opening {
  const [opens, closes] = [clockOf(from), clockOf(to)];
  const end = closes > opens ? day.instantOf(closes) : (next?.instantOf(closes) ?? NaN);
  return { start: day.instantOf(opens), end };
}

/** Milliseconds of `HH:MM` or `HH:MM:SS`. */
function clockOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Takes gaps out one at a time: a stretch with a hole in it is two stretches. */
function without(openings: Opening[], gaps: readonly Opening[]): Opening[] {
  let left = openings;
  for (const gap of gaps) {
    if (!(gap.start < gap.end)) continue;
    left = left.flatMap(({ start, end }) => [
      { start, end: Math.min(end, gap.start) },
      { start: Math.max(start, gap.end), end },
    ]);
    left = left.filter(({ start, end }) => start < end);
  }
  return left;
}

function merged(openings: readonly Opening[]): Opening[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of openings.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}
