import { describe, expect, test } from 'vitest';
import { checkCalendarFile } from '#server/policy/calendar/calendar-check.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import { derivedRussianYear } from '#server/policy/calendar/calendar-derived.ts';
import { findingLine } from '#server/policy/calendar/calendar-findings.ts';
import type { CalendarDay, CalendarYear } from '#server/policy/calendar/calendar-year.ts';
import { resolveCalendar, type CalendarId } from '#server/policy/calendar/calendar.ts';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';
import { calendarYears } from '#test/support/policies.ts';

const fileOf = (id: string): CalendarYear => {
  const file = calendarYears.find((one) => one.id === id);
  if (!file) throw new Error(`no calendar ${id}`);
  return structuredClone(file);
};
const linesOf = (file: CalendarYear) => checkCalendarFile(file).map(findingLine);
const withDay = (id: string, day: CalendarDay): CalendarYear => {
  const file = fileOf(id);
  const days = [...file.days.filter(({ date }) => date !== day.date), day];
  return { ...file, days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
};
const without = (id: string, date: string): CalendarYear => {
  const file = fileOf(id);
  return { ...file, days: file.days.filter((day) => day.date !== date) };
};

test.each(calendarYears.map((file) => [file.id, file] as const))(
  'S3.2.1.1 POL: %s keeps to law, decree and norm',
  (_id, file) => {
    expect(linesOf(file)).toEqual([]);
  },
);

describe('a Russian year is worked out from law and decree', () => {
  // moves of the decree of 10.08.2023; the list of days is that of art. 112 read by a person
  const days = [...derivedRussianYear(2024, fileOf('ru-2024').transfers ?? [])];
  const of = (kind: string) =>
    days
      .filter(([, day]) => day.kind === kind)
      .map(([day]) => dateText(day).slice(5))
      .toSorted();

  test.each([
    ['transferred', ['04-29', '04-30', '05-10', '12-30', '12-31']],
    ['working-weekend', ['04-27', '11-02', '12-28']],
    ['shortened', ['02-22', '03-07', '05-08', '06-11']],
  ])('2024: %s', (kind, expected) => {
    expect(of(kind)).toEqual(expected);
  });

  test('a worked Saturday is as long as the day it was swapped with', () => {
    const short = days.filter(([, day]) => day.shortened).map(([day]) => dateText(day));

    expect(short).toEqual(['2024-11-02']);
  });
});

test.each<[string, CalendarYear, RegExp]>([
  [
    'a move on a weekend',
    withDay('ru-2027', { date: '2027-05-15', kind: 'transferred', certainty: 'certain' }),
    /error calendar\.misplaced ru-2027 2027-05-15: is a weekend anyway/,
  ],
  [
    'a worked weekend on a Monday',
    withDay('ru-2027', { date: '2027-05-17', kind: 'working-weekend', certainty: 'certain' }),
    /error calendar\.misplaced ru-2027 2027-05-17: is a working day anyway/,
  ],
  [
    'a Sunday that is shorter',
    withDay('ru-2027', { date: '2027-05-16', kind: 'shortened', certainty: 'certain' }),
    /error calendar\.shortened_off ru-2027 2027-05-16/,
  ],
  [
    'a holiday that is missing',
    without('uz-2027', '2027-09-01'),
    /error calendar\.holiday_worked uz-2027 2027-09-01/,
  ],
  [
    'a feast that is missing',
    without('uz-2027', '2027-03-09'),
    /error calendar\.holiday_worked uz-2027 2027-03-09: no day off for Ramazon/,
  ],
  [
    'a move that was forgotten',
    without('ru-2027', '2027-11-05'),
    /error calendar\.not_derived ru-2027 2027-11-05: law and decree make it transferred, not an ordinary day/,
  ],
  [
    'a move that the decree does not make (10.03.2025)',
    withDay('ru-2025', { date: '2025-03-10', kind: 'transferred', certainty: 'certain' }),
    /error calendar\.norm_differs ru-2025: 246 working days, the published norm is 247/,
  ],
  [
    'a shortened day that was forgotten',
    without('ru-2026', '2026-04-30'),
    /error calendar\.norm_differs ru-2026: 1973 hours in a week of 40, the published norm is 1972/,
  ],
  [
    'a year without the moves of its decree',
    { ...fileOf('ru-2026'), transfers: undefined } as unknown as CalendarYear,
    /error calendar\.transfers_missing ru-2026/,
  ],
  [
    'a year without its norm',
    { ...fileOf('ru-2026'), norm: undefined } as unknown as CalendarYear,
    /error calendar\.norm_missing ru-2026/,
  ],
])('is found: %s', (_case, file, line) => {
  expect(linesOf(file).join('\n')).toMatch(line);
});

test('a day that another decree closes in mid-year is no fault, but changes the norm', () => {
  const closed = withDay('ru-2026', {
    date: '2026-06-24',
    kind: 'additional',
    certainty: 'certain',
  });

  expect(linesOf(closed)).toEqual([
    'error calendar.norm_differs ru-2026: 246 working days, the published norm is 247',
    'error calendar.norm_differs ru-2026: 1964 hours in a week of 40, the published norm is 1972',
  ]);
  expect(linesOf({ ...closed, norm: { workingDays: 246, hours40: 1964 } })).toEqual([]);
});

test('a feast that was seen a day later is no fault', () => {
  const later = withDay('uz-2027', { date: '2027-03-10', kind: 'holiday', certainty: 'certain' });

  const days = later.days.filter(({ date }) => date !== '2027-03-09');

  expect(linesOf({ ...later, days })).toEqual([]);
});

test.each<[string, CalendarId, string, string[]]>([
  ['Uzbekistan in November waits for its decree', 'uz-six-day', '2026-11-22', ['ends_soon']],
  ['61 days before the end nothing is said', 'uz-six-day', '2026-10-31', []],
  ['60 days before the end neither', 'uz-six-day', '2026-11-01', []],
  ['59 days before the end it warns', 'uz-six-day', '2026-11-02', ['ends_soon']],
  ['the last final day only warns', 'uz-six-day', '2026-12-31', ['ends_soon']],
  ['a new year without its decree fails', 'uz-six-day', '2027-01-01', ['ended']],
  ['Russia 90 days before the end', 'ru-production', '2027-10-02', []],
  ['Russia 89 days before the end warns', 'ru-production', '2027-10-03', ['ends_soon']],
  [
    'Russia 30 days before the end: no year follows',
    'ru-production',
    '2027-12-01',
    ['ends_soon', 'next_days_unknown'],
  ],
  [
    'Russia 29 days before the end fails',
    'ru-production',
    '2027-12-02',
    ['ended', 'next_days_unknown'],
  ],
])('coverage: %s', (_case, id, today, codes) => {
  const findings = checkCoverage(resolveCalendar(calendarYears, id), dayOf(today));

  expect(findings.map(({ code }) => code.replace('calendar.', ''))).toEqual(codes);
});

test('days to come that nobody has stated fail, even before the final year ends', () => {
  const final = calendarYears.filter(({ status }) => status === 'final');

  const findings = checkCoverage(resolveCalendar(final, 'uz-six-day'), dayOf('2026-11-22'));

  expect(findings.map(findingLine)).toEqual([
    'warning calendar.ends_soon uz-six-day: final until 2026-12-31, 39 days from now',
    'error calendar.next_days_unknown uz-six-day: the days until 2027-01-21 are neither final nor provisional',
  ]);
});
