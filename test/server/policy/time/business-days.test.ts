import { expect, test } from 'vitest';
import { type DayMode, hoursPerDay, isDayMode } from '#server/policy/time/day-modes.ts';
import type { WeekRanges } from '#server/policy/time/schedule-days.ts';
import { compileSchedule } from '#server/policy/time/schedule.ts';

const day = [['10:00', '19:00']] as const;
const sixDays: WeekRanges = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day };
const desk = compileSchedule({ timezone: 'UTC', hours: sixDays });

/** `Tue 12:00` in the week of Monday 2026-11-23; `+Mon` is the one after. */
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', '+Mon', '+Tue', '+Wed'];
const at = (text: string) => {
  const [name = '', time] = text.split(' ');
  return Date.parse(`2026-11-23T${time}Z`) + names.indexOf(name) * 86_400_000;
};
const text = (instant: number) => {
  const days = Math.floor((instant - at('Mon 00:00')) / 86_400_000);
  return `${names[days] ?? days} ${new Date(instant).toISOString().slice(11, 16)}`;
};

// a desk open 10–19 from Monday to Saturday; arrivals in hours, after them, before them, on a day off
test.each([
  ['sameClockRoll', 'Wed 12:00', 'Thu 10:00', 'Thu 10:00', '+Mon 12:00'],
  ['sameClock', 'Wed 12:00', 'Wed 20:00', 'Thu 08:00', '+Mon 12:00'],
  ['endOfDay', 'Wed 19:00', 'Wed 19:00', 'Thu 19:00', '+Mon 19:00'],
  ['clamped', 'Wed 12:00', 'Wed 19:00', 'Wed 19:00', '+Mon 19:00'],
  ['businessHours(9)', 'Wed 12:00', 'Wed 19:00', 'Wed 19:00', '+Mon 19:00'],
  ['businessHours(8.5)', 'Wed 11:30', 'Wed 18:30', 'Wed 18:30', '+Mon 18:30'],
  ['sameClockRollBack', 'Mon 12:00', 'Mon 19:00', 'Mon 19:00', 'Sat 12:00'],
] as [DayMode, ...string[]][])('one business day, %s', (mode, ...expected) => {
  const arrivals = ['Tue 12:00', 'Tue 20:00', 'Wed 08:00', 'Sun 12:00'].map(at);

  expect(arrivals.map((one) => text(desk.addBusinessDays(one, 1, mode)))).toEqual(expected);
});

test.each([
  ['sameClockRoll', 'Tue 12:00', 6, '+Tue 12:00'],
  ['endOfDay', 'Fri 20:00', 2, '+Mon 19:00'],
  ['clamped', 'Sat 20:00', 2, '+Tue 19:00'],
  ['businessHours(9)', 'Sat 12:00', 3, '+Wed 12:00'],
  ['sameClockRollBack', '+Tue 12:00', 3, 'Fri 12:00'],
] as [DayMode, string, number, string][])(
  'several business days, %s from %s: %i',
  (mode, from, days, expected) => {
    expect(text(desk.addBusinessDays(at(from), days, mode))).toBe(expected);
  },
);

test('rolling back from an opening goes to the closing before it: nothing is open just before', () => {
  expect(text(desk.addBusinessDays(at('Wed 10:00'), 1, 'sameClockRollBack'))).toBe('Mon 19:00');
});

test('a clock time that a gap skips moves forward by the gap', () => {
  const night = [['00:00', '24:00']] as const;
  const berlin = compileSchedule({
    timezone: 'Europe/Berlin',
    hours: { ...sixDays, sat: night, sun: night },
  });

  // Saturday 02:30 CET; the clock jumps from 02:00 to 03:00 on Sunday 2026-03-29
  const due = berlin.addBusinessDays(Date.parse('2026-03-28T01:30Z'), 1, 'sameClock');

  expect(new Date(due)).toEqual(new Date('2026-03-29T01:30Z'));
});

// Friday 20th is a holiday, Sunday 22nd is worked by a shift
const moved = compileSchedule({
  timezone: 'UTC',
  hours: sixDays,
  holidays: ['2026-11-20'],
  shifts: { '2026-11-22': [['10:00', '12:00']], '2026-11-25': [] },
});
test.each([
  ['a week', '2026-11-23', '2026-11-30', [5, 5, 6]],
  ['from a holiday to a worked Sunday', '2026-11-20', '2026-11-22', [1, 2, 2]],
  ['one business date', '2026-11-23', '2026-11-23', [0, 0, 1]],
  ['one closed by an empty shift', '2026-11-25', '2026-11-25', [0, 0, 0]],
  ['the wrong way round', '2026-11-22', '2026-11-20', [-1, -2, -2]],
  // 731 days: 104 weeks of six, and Monday to Wednesday
  ['two years', '2026-11-30', '2028-11-30', [627, 627, 628]],
])('business days between: %s', (_case, from, to, expected) => {
  const counted = (['[)', '(]', '[]'] as const).map((range) =>
    moved.businessDaysBetween(from, to, range),
  );

  expect(counted).toEqual(expected);
});

test.each([
  ['Pacific/Apia', '2011-12-29', '2011-12-30', '2011-12-31'],
  ['Pacific/Kwajalein', '1993-08-20', '1993-08-21', '1993-08-22'],
])('%s skipped a date, which is no business day', (timezone, before, skipped, after) => {
  const always = [['00:00', '24:00']] as const;
  const schedule = compileSchedule({
    timezone,
    hours: { ...sixDays, thu: always, fri: always, sat: always, sun: always },
  });

  expect([before, skipped, after].map((date) => schedule.isBusinessDay(date))).toEqual([
    true,
    false,
    true,
  ]);
  expect(schedule.businessDaysBetween(before, after, '[]')).toBe(2);
  expect(schedule.addBusinessDates(before, 1)).toBe(after);
  const noon = schedule.zone.toInstant(Date.parse(`${before}T12:00Z`));
  expect(schedule.addBusinessDays(noon, 1, 'sameClockRoll') - noon).toBe(86_400_000);
});

test('dates whose breaks leave nothing are passed over, but not for ever', () => {
  const lost = { mon: [['09:00', '20:00']] } as const;
  const never = compileSchedule({ timezone: 'UTC', hours: { mon: day }, weeklyBreaks: lost });

  expect(() => never.addBusinessDays(at('Mon 12:00'), 1, 'endOfDay')).toThrow(/hundred years/);
});

test.each([
  ['businessHours(9)', 9],
  ['businessHours(0.25)', 0.25],
  ['businessHours(24)', 24],
  ['businessHours(0)', undefined],
  ['businessHours(24.5)', undefined],
  ['businessHours(9', undefined],
  ['businesshours(9)', undefined],
])('hours of a day in %s: %s', (mode, hours) => {
  expect(hoursPerDay(mode)).toBe(hours);
  expect(isDayMode(mode)).toBe(hours !== undefined);
});

test('a reading that is none is a fault of the caller', () => {
  const wrong = 'nextDay' as DayMode;

  expect(() => desk.addBusinessDays(at('Tue 12:00'), 1, wrong)).toThrow(RangeError);
});
