import { Temporal } from 'temporal-polyfill';
import type { ScheduleSpec } from '#server/policy/schedule-days.ts';
import { type Weekday, weekdays } from '#server/policy/local-date.ts';

type Opening = readonly [start: number, end: number];
interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * The rules of working time done the slow way: a date at a time, through Temporal, with sums by
 * walking. It knows the days of one window, so ask it only about instants well inside.
 */
export function naiveHours(spec: ScheduleSpec, firstDate: string, days: number) {
  const first = Temporal.PlainDate.from(firstDate);
  const dates = Array.from({ length: days }, (_, index) => first.add({ days: index }));
  const openings = merged(
    without(
      dates.flatMap((date) => hoursOn(spec, date)),
      dates.flatMap((date) => breaksOn(spec, date)),
    ),
  );

  const openBetween = (from: number, to: number): number =>
    from > to
      ? 0 - openBetween(to, from)
      : openings.reduce(
          (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
          0,
        );
  const isOpen = (at: number) => openings.some(([start, end]) => start <= at && at < end);
  const nextOpen = (at: number) =>
    isOpen(at) ? at : (openings.find(([start]) => start > at)?.[0] ?? NaN);
  const prevEdge = (at: number) => {
    const last = openings.findLast(([start]) => start < at);
    return last ? Math.min(at, last[1]) : NaN;
  };

  const add = (at: number, ms: number) => {
    if (ms === 0) return { earliest: at, latest: nextOpen(at) };
    let left = ms;
    for (const [start, end] of openings) {
      const from = Math.max(start, at);
      if (end <= from) continue;
      if (left <= end - from) {
        const earliest = from + left;
        return { earliest, latest: nextOpen(earliest) };
      }
      left -= end - from;
    }
    return { earliest: NaN, latest: NaN };
  };
  const subtract = (at: number, ms: number) => {
    if (ms === 0) return { earliest: prevEdge(at), latest: at };
    let left = ms;
    for (const [start, end] of openings.toReversed()) {
      const to = Math.min(end, at);
      if (to <= start) continue;
      if (left <= to - start) {
        const latest = to - left;
        return { latest, earliest: prevEdge(latest) };
      }
      left -= to - start;
    }
    return { earliest: NaN, latest: NaN };
  };

  const businessDates = new Set(
    dates.filter((date) => rawHoursOn(spec, date).length > 0).map(String),
  );
  const isBusinessDay = (date: Temporal.PlainDate) => businessDates.has(date.toString());
  const nthDate = (date: Temporal.PlainDate, count: number) => {
    const step = Math.sign(count);
    let at = date;
    for (let left = Math.abs(count); left > 0;) {
      at = at.add({ days: step });
      if (isBusinessDay(at)) left -= 1;
    }
    return at;
  };
  const windows = new Map<string, Window>();
  const windowOf = (date: Temporal.PlainDate): Window => {
    const known = windows.get(date.toString()) ?? findWindow(date);
    windows.set(date.toString(), known);
    return known;
  };
  /** A date that breaks leave nothing of closes with the next one that has something. */
  const findWindow = (date: Temporal.PlainDate): Window => {
    const around = [-1, 0, 1].flatMap((days) => breaksOn(spec, date.add({ days })));
    const own = without(hoursOn(spec, date), around);
    if (own.length === 0) return windowOf(nthDate(date, 1));
    return {
      first: Math.min(...own.map(([start]) => start)),
      last: Math.max(...own.map(([, end]) => end)),
    };
  };
  const local = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(spec.timezone);
  const sameClock = (at: number, date: Temporal.PlainDate) =>
    instantOf(spec.timezone, date, local(at).toPlainTime());

  const addBusinessDays = (at: number, days: number, reading: string): number => {
    const today = local(at).toPlainDate();
    if (reading === 'sameClockRoll') return nextOpen(sameClock(at, nthDate(today, days)));
    if (reading === 'endOfDay') return windowOf(nthDate(today, days)).last;
    if (isOpen(at)) {
      const date = nthDate(today, days);
      const { first: opens, last } = windowOf(date);
      return Math.min(Math.max(sameClock(at, date), opens), last);
    }
    const dayBefore = local(nextOpen(at)).toPlainDate().subtract({ days: 1 });
    return windowOf(nthDate(dayBefore, days)).last;
  };

  return {
    openings,
    add,
    subtract,
    isOpen,
    nextOpen,
    prevEdge,
    addBusinessDays,
    between: openBetween,
    nextClose: (at: number) => openings.find(([, end]) => end > at)?.[1] ?? NaN,
    periods: (from: number, until: number) =>
      openings
        .map(([start, end]): Opening => [Math.max(start, from), Math.min(end, until)])
        .filter(([start, end]) => start < end),
    isBusinessDay: (date: string) => isBusinessDay(Temporal.PlainDate.from(date)),
    addBusinessDates: (date: string, count: number) =>
      nthDate(Temporal.PlainDate.from(date), count).toString(),
  };
}

function rawHoursOn(spec: ScheduleSpec, date: Temporal.PlainDate) {
  const text = date.toString();
  const midnight = date.toZonedDateTime({ timeZone: spec.timezone });
  if (!midnight.toPlainDate().equals(date) || spec.holidays?.includes(text)) return [];
  return spec.shifts?.[text] ?? spec.hours[weekdayOf(date)] ?? [];
}

const hoursOn = (spec: ScheduleSpec, date: Temporal.PlainDate): Opening[] =>
  rawHoursOn(spec, date)
    .map((range) => openingOf(spec.timezone, date, range))
    .filter(([start, end]) => start < end);

const breaksOn = (spec: ScheduleSpec, date: Temporal.PlainDate): Opening[] =>
  [...(spec.weeklyBreaks?.[weekdayOf(date)] ?? []), ...(spec.breaks?.[date.toString()] ?? [])].map(
    (range) => openingOf(spec.timezone, date, range),
  );

function openingOf(
  zone: string,
  date: Temporal.PlainDate,
  [from, to]: readonly [string, string],
): Opening {
  const tomorrow = date.add({ days: 1 });
  const end =
    to === '24:00'
      ? instantOf(zone, tomorrow, Temporal.PlainTime.from('00:00'))
      : instantOf(zone, to < from ? tomorrow : date, Temporal.PlainTime.from(to));
  return [instantOf(zone, date, Temporal.PlainTime.from(from)), end];
}

const instantOf = (timeZone: string, date: Temporal.PlainDate, time: Temporal.PlainTime): number =>
  date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;

const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'mon';

/** Takes gaps out one at a time: a stretch with a hole in it is two stretches. */
function without(openings: readonly Opening[], gaps: readonly Opening[]): Opening[] {
  let left = [...openings];
  for (const [from, to] of gaps) {
    left = left.flatMap(([start, end]): Opening[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end],
    ]);
    left = left.filter(([start, end]) => start < end);
  }
  return left;
}

function merged(openings: readonly Opening[]): Opening[] {
  const left = openings.toSorted(([a], [b]) => a - b);
  for (let index = 1; index < left.length;) {
    const [before, now] = [left[index - 1], left[index]];
    if (before && now && now[0] <= before[1]) {
      left.splice(index - 1, 2, [before[0], Math.max(before[1], now[1])]);
    } else {
      index += 1;
    }
  }
  return left;
}
