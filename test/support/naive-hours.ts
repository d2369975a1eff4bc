import type { ScheduleSpec } from '#server/policy/schedule-days.ts';
import { type NaiveDay, naiveDays } from './naive-days.ts';

type Range = readonly [from: string, to: string];
type Opening = readonly [start: number, end: number];
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
  const own = days.map((day, index) =>
    without(
      hoursOn(spec, day, days[index + 1]),
      breaks.slice(Math.max(0, index - 2), index + 3).flat(),
    ),
  );
  const openings = merged(own.flat());
  const business = days.map((day) => rangesOn(spec, day).length > 0);

  const between = (from: number, to: number): number => {
    if (from > to) return 0 - between(to, from);
    let sum = 0;
    for (const [start, end] of openings) {
      sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
    return sum;
  };
  const isOpen = (at: number) => openings.some(([start, end]) => start <= at && at < end);
  const nextOpen = (at: number) => {
    const next = openings.find(([, end]) => end > at);
    return next ? Math.max(at, next[0]) : NaN;
  };
  const prevEdge = (at: number) => {
    const last = openings.findLast(([start]) => start < at);
    return last ? Math.min(at, last[1]) : NaN;
  };

  const add = (at: number, ms: number): Moment => {
    if (ms === 0) return { earliest: at, latest: nextOpen(at) };
    let left = ms;
    for (const [start, end] of openings) {
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
    for (let index = openings.length - 1; index >= 0; index -= 1) {
      const [start, end] = openings[index] ?? [NaN, NaN];
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
  const indexOf = (at: number) =>
    days.findLastIndex(({ exists, midnight }) => exists && midnight <= at);
  const dateAt = (index: number) => days[index]?.date ?? '';
  const sameClock = (at: number, index: number) =>
    days[index]?.instantOf(days[indexOf(at)]?.clockAt(at) ?? NaN) ?? NaN;
  /** A date that breaks leave nothing of closes with the next one that has something. */
  const windowOf = (index: number): { first: number; last: number } => {
    const openings = own[index] ?? [];
    if (openings.length === 0) return windowOf(nth(index, 1));
    return {
      first: Math.min(...openings.map(([start]) => start)),
      last: Math.max(...openings.map(([, end]) => end)),
    };
  };
  const clamped = (at: number, count: number): number => {
    if (!isOpen(at)) return windowOf(nth(indexOf(nextOpen(at)) - 1, count)).last;
    const index = nth(indexOf(at), count);
    const { first, last } = windowOf(index);
    return Math.min(Math.max(sameClock(at, index), first), last);
  };

  /** Business dates from the first, after the first to the last, or from it to the last. */
  const businessDaysBetween = (from: string, to: string, range: '[)' | '(]' | '[]'): number =>
    from > to
      ? 0 - businessDaysBetween(to, from, range)
      : days.filter(
          ({ date }, index) =>
            business[index] &&
            (range === '(]' ? date > from : date >= from) &&
            (range === '[)' ? date < to : date <= to),
        ).length;

  return {
    openings,
    add,
    subtract,
    between,
    isOpen,
    nextOpen,
    prevEdge,
    /** Undefined where the window ends first. */
    nextClose: (at: number) => openings.slice(0, -1).find(([, end]) => end > at)?.[1],
    periods: (from: number, until: number) =>
      openings
        .map(([start, end]): Opening => [Math.max(start, from), Math.min(end, until)])
        .filter(([start, end]) => start < end),
    isBusinessDay: (date: string) => business[days.findIndex((day) => day.date === date)] ?? false,
    addBusinessDates: (date: string, count: number) =>
      dateAt(
        nth(
          days.findIndex((day) => day.date === date),
          count,
        ),
      ),
    businessDaysBetween,
    addBusinessDays: (at: number, count: number, mode: NaiveMode): number => {
      const today = indexOf(at);
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
    .filter(([start, end]) => start < end);

const breaksOn = (spec: ScheduleSpec, day: NaiveDay, next: NaiveDay | undefined): Opening[] =>
  [...(spec.weeklyBreaks?.[day.weekday] ?? []), ...(spec.breaks?.[day.date] ?? [])].map((range) =>
    openingOf(day, next, range),
  );

function openingOf(day: NaiveDay, next: NaiveDay | undefined, [from, to]: Range): Opening {
  const [start, end] = [clockOf(from), clockOf(to)];
  return [day.instantOf(start), end > start ? day.instantOf(end) : (next?.instantOf(end) ?? NaN)];
}

/** Milliseconds of `HH:MM` or `HH:MM:SS`. */
function clockOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Takes gaps out one at a time: a stretch with a hole in it is two stretches. */
function without(openings: readonly Opening[], gaps: readonly Opening[]): Opening[] {
  let left = [...openings];
  for (const [from, to] of gaps) {
    if (!(from < to)) continue;
    left = left.flatMap(([start, end]): Opening[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end],
    ]);
    left = left.filter(([start, end]) => start < end);
  }
  return left;
}

function merged(openings: readonly Opening[]): Opening[] {
  const united: [number, number][] = [];
  for (const [start, end] of openings.toSorted(([a], [b]) => a - b)) {
    const last = united.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}
