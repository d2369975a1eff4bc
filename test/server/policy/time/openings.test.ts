import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Interval,
  intersect,
  overlap,
  subtract,
  unite,
} from '#server/policy/time/intervals.ts';
import { nextClosing, periodsBackward, periodsForward } from '#server/policy/time/openings.ts';
import type { ScheduleSpec } from '#server/policy/time/schedule-days.ts';
import { compileSchedule } from '#server/policy/time/schedule.ts';
import { intersectionOf, unionOf } from '#server/policy/time/two-schedules.ts';

const utc = (rest: Omit<ScheduleSpec, 'timezone'>) => compileSchedule({ timezone: 'UTC', ...rest });
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
const list = (periods: readonly Interval[]) =>
  periods.map(({ start, end }) =>
    [start, end]
      .map((instant) => new Date(instant).toISOString().slice(5, 16).replace('T', ' '))
      .join('–'),
  );
// 2026-11-23 is a Monday
const mondays = utc({ hours: { mon: [['09:00', '18:00']] } });
const always = [['00:00', '24:00']] as const;
const week = { mon: always, tue: always, wed: always, thu: always };
const everyDay = { ...week, fri: always, sat: always, sun: always };

test.each([
  [
    'by number, the first cut',
    { count: 2 },
    ['11-23 10:00–11-23 18:00', '11-30 09:00–11-30 18:00'],
  ],
  [
    'by instant, the last cut',
    { until: at('2026-11-30 10:00') },
    ['11-23 10:00–11-23 18:00', '11-30 09:00–11-30 10:00'],
  ],
  ['by what comes first', { until: at('2027-11-30 10:00'), count: 1 }, ['11-23 10:00–11-23 18:00']],
  ['by an instant before', { until: at('2026-11-20 10:00') }, []],
  ['by none', { count: 0 }, []],
])('openings from Monday 10:00 %s', (_case, end, expected) => {
  expect(list(periodsForward(mondays, at('2026-11-23 10:00'), end))).toEqual(expected);
});

test.each([
  [
    'by number, the first cut',
    { count: 2 },
    ['11-23 09:00–11-23 10:00', '11-16 09:00–11-16 18:00'],
  ],
  [
    'by instant, the last cut',
    { until: at('2026-11-16 10:00') },
    ['11-23 09:00–11-23 10:00', '11-16 10:00–11-16 18:00'],
  ],
  ['by an instant after', { until: at('2026-11-24 10:00') }, []],
])('openings back from Monday 10:00 %s', (_case, end, expected) => {
  expect(list(periodsBackward(mondays, at('2026-11-23 10:00'), end))).toEqual(expected);
});

test('a list by number reaches as far as it has to, with each opening whole', () => {
  const found = periodsForward(mondays, at('2026-11-20 00:00'), { count: 500 });

  expect(found).toHaveLength(500);
  // 499 weeks on is 160 days before 2036-11-23
  expect(list(found.slice(-1))).toEqual(['06-16 09:00–06-16 18:00']);
  expect(new Set(found.map(({ start, end }) => end - start))).toEqual(new Set([32_400_000]));
});

test('an opening of five weeks is one, and its end is found beyond what is near', () => {
  const long = utc({ hours: everyDay, holidays: ['2026-11-23', '2026-12-28', '2029-01-01'] });

  expect(list(periodsForward(long, at('2026-11-23 10:00'), { count: 1 }))).toEqual([
    '11-24 00:00–12-28 00:00',
  ]);
  expect(nextClosing(long, at('2026-12-30 10:00'))).toBe(at('2029-01-01 00:00'));
  expect(list(periodsBackward(long, at('2029-01-02 00:00'), { count: 1 }))).toEqual([
    '12-29 00:00–01-01 00:00',
  ]);
});

test.each([
  ['a list without end', () => periodsForward(mondays, 0, {})],
  ['openings that never come', () => periodsForward(utc({ hours: {} }), 0, { count: 1 })],
  ['a closing that never comes', () => nextClosing(utc({ hours: everyDay }), 0)],
  ['an opening that never began', () => periodsBackward(utc({ hours: everyDay }), 0, { count: 1 })],
])('%s is a fault of the caller', (_case, ask) => {
  expect(ask).toThrow(RangeError);
});

test('two offices: open in one of them, open in both', () => {
  const moscow = compileSchedule({
    timezone: 'Europe/Moscow',
    hours: { mon: [['09:00', '18:00']] },
  });
  const tashkent = compileSchedule({
    timezone: 'Asia/Tashkent',
    hours: { mon: [['10:00', '19:00']], tue: [['10:00', '19:00']] },
  });
  const [from, until] = [at('2026-11-23 00:00'), at('2026-11-24 06:00')];

  // Moscow 06–15 UTC, Tashkent 05–14 UTC
  expect(list(unionOf(moscow, tashkent, from, until))).toEqual([
    '11-23 05:00–11-23 15:00',
    '11-24 05:00–11-24 06:00',
  ]);
  expect(list(intersectionOf(moscow, tashkent, from, until))).toEqual(['11-23 06:00–11-23 14:00']);
});

const stretches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })), {
    maxLength: 8,
  })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));
const holds = (intervals: readonly Interval[], minute: number) =>
  intervals.some(({ start, end }) => start <= minute && minute < end);
const minutes = Array.from({ length: 80 }, (_, index) => index);

test('what is left and what is shared is found minute by minute', () => {
  fc.assert(
    fc.property(stretches, stretches, (one, other) => {
      const [left, right] = [unite(one), unite(other)];
      const [rest, shared] = [subtract(left, right), intersect(left, right)];
      const each = (told: (minute: number) => boolean) => minutes.map(told);

      expect(each((minute) => holds(rest, minute))).toEqual(
        each((minute) => holds(one, minute) && !holds(other, minute)),
      );
      expect(each((minute) => holds(shared, minute))).toEqual(
        each((minute) => holds(one, minute) && holds(other, minute)),
      );
      expect(unite(rest)).toEqual(rest);
      expect(unite(shared)).toEqual(shared);
      const total = one.reduce((sum, { start, end }) => sum + end - start, 0);
      const united = left.reduce((sum, { start, end }) => sum + end - start, 0);
      const filled = one.filter(({ start, end }) => start < end);
      expect(overlap(filled)).toBe(united < total);
    }),
    { numRuns: 300, seed: 5 },
  );
});
