import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateText, dayMs, dayOf, weekdays } from '#server/policy/local-date.ts';
import { compileSchedule } from '#server/policy/schedule.ts';
import type { ScheduleSpec } from '#server/policy/schedule-days.ts';
import type { WallRange } from '#server/policy/wall-hours.ts';
import { dayReadings } from '#shared/vocabulary.ts';
import { naiveHours } from '#test/support/naive-hours.ts';

const windowDays = 120;

/** Zones with the first date of a window that holds something worth meeting: a jump, a missing day. */
const places = [
  ['Asia/Tashkent', '2026-02-01'],
  ['Europe/Moscow', '2014-09-10'],
  ['Europe/Berlin', '2026-02-10'],
  ['Europe/Berlin', '2026-09-10'],
  ['America/New_York', '2026-01-25'],
  ['America/New_York', '2026-09-20'],
  ['America/Sao_Paulo', '2018-09-20'],
  ['America/Sao_Paulo', '2018-01-05'],
  ['Australia/Lord_Howe', '2026-02-20'],
  ['Australia/Lord_Howe', '2026-08-20'],
  ['Africa/Casablanca', '2026-01-10'],
  ['Pacific/Apia', '2011-11-15'],
  ['Asia/Novosibirsk', '2016-06-10'],
] as const;

const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Quarter hours meet jumps and one another often; equal ends are not a range. */
const range = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]): WallRange => [clockText(from * 15), clockText(to * 15)]);
const usualRange = fc.constantFrom<WallRange>(
  ['09:00', '18:00'],
  ['10:00', '19:00'],
  ['00:00', '24:00'],
  ['22:00', '06:00'],
  ['02:30', '11:00'],
);
const ranges = fc.array(fc.oneof(usualRange, range), { minLength: 1, maxLength: 2 });
const week = (values: fc.Arbitrary<WallRange[]>, requiredKeys: ('mon' | 'thu')[]) =>
  fc.record(
    Object.fromEntries(weekdays.map((day) => [day, values])) as Record<
      (typeof weekdays)[number],
      typeof values
    >,
    { requiredKeys },
  );

function specAt([timezone, firstDate]: (typeof places)[number]): fc.Arbitrary<ScheduleSpec> {
  const date = fc
    .integer({ min: 0, max: windowDays })
    .map((days) => dateText(dayOf(firstDate) + days));
  return fc.record({
    timezone: fc.constant(timezone),
    hours: week(ranges, ['mon', 'thu']),
    holidays: fc.array(date, { maxLength: 8 }),
    shifts: fc.dictionary(date, fc.array(range, { maxLength: 2 }), { maxKeys: 4 }),
    breaks: fc.dictionary(
      date,
      fc.array(
        range.filter(([from, to]) => to > from && to < '16:00'),
        { maxLength: 1 },
      ),
      { maxKeys: 4 },
    ),
    weeklyBreaks: fc.option(
      fc.constant({
        mon: [['13:00', '14:00']] as WallRange[],
        thu: [['12:00', '12:30']] as WallRange[],
      }),
      { nil: {} },
    ),
  });
}

const hourMs = 3_600_000;
const question = fc.record({
  /** Milliseconds after the window's first month; half of them on a quarter hour, where edges are. */
  after: fc.oneof(
    fc.integer({ min: 0, max: 40 * dayMs }),
    fc.integer({ min: 0, max: 40 * 96 }).map((quarters) => quarters * 900_000),
  ),
  ms: fc.oneof(
    fc.integer({ min: 0, max: 24 * hourMs }),
    fc.integer({ min: 0, max: 96 }).map((quarters) => quarters * 900_000),
  ),
  other: fc.integer({ min: -25 * dayMs, max: 25 * dayMs }),
  days: fc.integer({ min: 1, max: 4 }),
  reading: fc.constantFrom(...dayReadings),
});

const plan = fc.constantFrom(...places).chain((place) =>
  fc.record({
    place: fc.constant(place),
    spec: specAt(place),
    questions: fc.array(question, { minLength: 160, maxLength: 160 }),
  }),
);

/** Some fifteen seconds of one core, and minutes where others want it too. */
test('working time: 20,800 random questions in zones with jumps, against a walk day by day', () => {
  let asked = 0;
  fc.assert(
    fc.property(plan, ({ place: [, firstDate], spec, questions }) => {
      const schedule = compileSchedule(spec);
      const naive = naiveHours(spec, firstDate, windowDays);
      const origin = (dayOf(firstDate) + 30) * dayMs;
      for (const { after, ms, other, days, reading } of questions) {
        asked += 1;
        const at = origin + after;
        const date = dateText(Math.floor(at / dayMs));
        const to = at + other;
        const engine = {
          add: schedule.add(at, ms),
          subtract: schedule.subtract(at, ms % (12 * hourMs)),
          between: schedule.between(at, to),
          isOpen: schedule.isOpen(at),
          nextOpen: schedule.nextOpen(at),
          prevEdge: schedule.prevEdge(at),
          periods: schedule.periods(at, to).map(({ start, end }) => [start, end]),
          isBusinessDay: schedule.isBusinessDay(date),
          after: schedule.addBusinessDates(date, days),
          before: schedule.addBusinessDates(date, -days),
          due: schedule.addBusinessDays(at, days, reading),
        };
        const walked = {
          add: naive.add(at, ms),
          subtract: naive.subtract(at, ms % (12 * hourMs)),
          between: naive.between(at, to),
          isOpen: naive.isOpen(at),
          nextOpen: naive.nextOpen(at),
          prevEdge: naive.prevEdge(at),
          periods: naive.periods(at, to),
          isBusinessDay: naive.isBusinessDay(date),
          after: naive.addBusinessDates(date, days),
          before: naive.addBusinessDates(date, -days),
          due: naive.addBusinessDays(at, days, reading),
        };
        if (isDeepStrictEqual(engine, walked)) continue;
        expect(engine, JSON.stringify({ spec, at, ms, to, days, reading })).toEqual(walked);
      }
    }),
    { numRuns: 130, seed: 20261122, endOnFailure: true },
  );

  expect(asked).toBe(20_800);
}, 240_000);
