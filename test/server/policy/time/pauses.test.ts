import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline, elapsed } from '#server/policy/time/pauses.ts';
import { compileSchedule } from '#server/policy/time/schedule.ts';

const day = [['09:00', '18:00']] as const;
// 2026-11-23 is a Monday
const desk = compileSchedule({
  timezone: 'UTC',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
});
const at = (text: string) =>
  text === '…' ? Infinity : Date.parse(`2026-11-${text.replace(' ', 'T')}Z`);
const text = (instant: number) => new Date(instant).toISOString().slice(8, 16).replace('T', ' ');
const pausesOf = (list: readonly string[]) =>
  list.map((one) => {
    const [start = '', end = ''] = one.split('–');
    return { start: at(start), end: at(end) };
  });
const hourMs = 3_600_000;

describe('deadline', () => {
  test.each([
    ['no pause', '23 10:00', 2, [], '23 12:00', '23 12:00'],
    ['a pause in hours', '23 10:00', 2, ['23 11:00–23 12:30'], '23 13:30', '23 13:30'],
    ['a pause over a night', '23 10:00', 9, ['23 17:00–24 10:00'], '24 12:00', '24 12:00'],
    ['a pause out of hours', '23 16:00', 2, ['23 19:00–24 08:00'], '23 18:00', '24 09:00'],
    [
      'overlapping and touching pauses count once',
      '23 10:00',
      2,
      ['23 11:00–23 12:00', '23 11:30–23 13:00', '23 13:00–23 14:00', '23 11:15–23 11:20'],
      '23 15:00',
      '23 15:00',
    ],
    [
      'pauses in any order',
      '23 10:00',
      3,
      ['23 15:00–23 16:00', '23 11:00–23 12:00'],
      '23 14:00',
      '23 14:00',
    ],
    ['a pause that was over before', '23 12:00', 1, ['23 09:00–23 11:00'], '23 13:00', '23 13:00'],
    ['received in a pause', '23 12:00', 1, ['23 11:00–23 13:00'], '23 14:00', '23 14:00'],
    ['up to the start of a pause', '23 10:00', 1, ['23 11:00–23 12:00'], '23 11:00', '23 12:00'],
    ['up to a pause till closing', '23 10:00', 1, ['23 11:00–23 18:00'], '23 11:00', '24 09:00'],
    [
      'up to a closing with a pause at the next opening',
      '23 16:00',
      2,
      ['24 08:00–24 10:00'],
      '23 18:00',
      '24 10:00',
    ],
    ['an empty pause', '23 10:00', 2, ['23 11:00–23 11:00'], '23 12:00', '23 12:00'],
    ['no time in a pause', '23 11:30', 0, ['23 11:00–23 12:00'], '23 11:30', '23 12:00'],
    ['before a pause without end', '23 10:00', 1, ['23 12:00–…'], '23 11:00', '23 11:00'],
    ['just as a pause without end begins', '23 10:00', 2, ['23 12:00–…'], '23 12:00', '23 12:00'],
  ] as [string, string, number, string[], string, string][])(
    '%s',
    (_case, start, hours, pauses, earliest, latest) => {
      const moment = deadline(desk, at(start), hours * hourMs, pausesOf(pauses));

      expect(moment && [text(moment.earliest), text(moment.latest)]).toEqual([earliest, latest]);
    },
  );

  test('a pause without end keeps the rest from passing', () => {
    expect(deadline(desk, at('23 10:00'), 3 * hourMs, pausesOf(['23 12:00–…']))).toBeUndefined();
    expect(deadline(desk, at('23 13:00'), hourMs, pausesOf(['23 12:00–…']))).toBeUndefined();
  });
});

describe('elapsed', () => {
  test.each([
    ['no pause', '23 10:00', '24 10:00', [], 9],
    ['pauses that overlap', '23 10:00', '23 16:00', ['23 11:00–23 13:00', '23 12:00–23 14:00'], 3],
    ['a pause over a night', '23 10:00', '24 18:00', ['23 17:00–24 10:00'], 15],
    ['a pause over both ends', '23 10:00', '23 16:00', ['20 10:00–24 10:00'], 0],
    ['a pause without end', '23 10:00', '24 16:00', ['23 12:00–…'], 2],
    ['backwards', '23 16:00', '23 10:00', ['23 11:00–23 13:00'], -4],
    ['no time', '23 12:00', '23 12:00', ['23 11:00–23 13:00'], 0],
  ] as [string, string, string, string[], number][])('%s', (_case, from, to, pauses, hours) => {
    expect(elapsed(desk, at(from), at(to), pausesOf(pauses))).toBe(hours * hourMs);
  });
});

const minute = fc.integer({ min: 0, max: 14 * 24 * 60 });
const pause = fc.tuple(minute, fc.integer({ min: 0, max: 3000 })).map(([start, length]) => ({
  start: at('23 00:00') + start * 60_000,
  end: at('23 00:00') + (start + length) * 60_000,
}));

test('what elapses until a deadline is the length asked for, and the earliest is the first such instant', () => {
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 1, max: 3000 }),
      fc.array(pause, { maxLength: 8 }),
      (after, minutes, pauses) => {
        const start = at('23 00:00') + after * 60_000;
        const ms = minutes * 60_000;
        const moment = deadline(desk, start, ms, pauses);
        const passed = (instant: number) => elapsed(desk, start, instant, pauses);

        expect(passed(moment?.earliest ?? 0)).toBe(ms);
        expect(passed((moment?.earliest ?? 0) - 1)).toBe(ms - 1);
        expect(passed(moment?.latest ?? 0)).toBe(ms);
        expect(passed((moment?.latest ?? 0) + 1)).toBe(ms + 1);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});
