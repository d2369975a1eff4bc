import { expect, test } from 'vitest';
import { daysByRule, isWeekend } from '#server/policy/calendar/calendar-rule.ts';
import {
  type CalendarYear,
  appliesTo,
  calendarYear,
} from '#server/policy/calendar/calendar-year.ts';
import { type CalendarId, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';
import { calendarYears } from '#test/support/policies.ts';

const weekOf = { 'ru-production': 'five', 'uz-six-day': 'six', 'uz-five-day': 'five' } as const;
const countryOf = (id: CalendarId) => (id === 'ru-production' ? 'RU' : 'UZ');

/** Every date of a year as a calendar has it. */
function datesOf(id: CalendarId, year: number) {
  const calendar = resolveCalendar(calendarYears, id);
  const [first, last] = [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const special = calendar.dayOn(first + index);
    const weekend = isWeekend(first + index, weekOf[id]);
    const off = ['holiday', 'transferred', 'additional'].includes(special?.kind ?? '');
    const working = special?.kind === 'working-weekend' || (!weekend && !off);
    const short = special?.kind === 'shortened' || special?.shortened === true;
    return { date: dateText(first + index), special, weekend, off, working, short };
  });
}

// Published norms: working days, and hours of a week of 40 where shortened days are an hour less.
test.each([
  ['ru-production', 2024, 248, 1979],
  ['ru-production', 2025, 247, 1972],
  ['ru-production', 2026, 247, 1972],
  ['ru-production', 2027, 247, 1972],
] as const)('norms of %s %i: %i working days, %i hours', (id, year, workingDays, norm) => {
  const working = datesOf(id, year).filter((day) => day.working);

  expect(working).toHaveLength(workingDays);
  expect(working.length * 8 - working.filter(({ short }) => short).length).toBe(norm);
});

test.each([
  ['uz-six-day', 2024, 295],
  ['uz-six-day', 2025, 301],
  ['uz-six-day', 2026, 297],
  ['uz-six-day', 2027, 304],
  ['uz-five-day', 2024, 248],
  ['uz-five-day', 2025, 251],
  ['uz-five-day', 2026, 248],
  ['uz-five-day', 2027, 252],
] as const)('working days of %s %i: %i', (id, year, workingDays) => {
  expect(datesOf(id, year).filter((day) => day.working)).toHaveLength(workingDays);
});

const everyYear = (Object.keys(weekOf) as CalendarId[]).flatMap((id) =>
  [2024, 2025, 2026, 2027].map((year) => [id, year] as const),
);

test.each(everyYear)('kinds stand where they can, %s %i', (id, year) => {
  for (const { date, special, weekend, working, short } of datesOf(id, year)) {
    if (special?.kind === 'working-weekend') expect(weekend, date).toBe(true);
    if (special?.kind === 'transferred') expect(weekend, date).toBe(false);
    if (special?.kind === 'additional') {
      expect({ weekend, country: countryOf(id) }, date).toEqual({ weekend: false, country: 'UZ' });
    }
    if (short) expect(working, date).toBe(true);
  }
});

test.each(everyYear)('a shortened day comes right before a holiday, %s %i', (id, year) => {
  const calendar = resolveCalendar(calendarYears, id);

  for (const { date, special, working, weekend } of datesOf(id, year)) {
    const before = calendar.dayOn(dayOf(date) + 1)?.kind === 'holiday';
    if (special?.kind === 'shortened') expect(before, date).toBe(true);
    const eve = before && working && !weekend && special === undefined;
    expect(eve, `${date} should be shorter`).toBe(false);
  }
});

test.each(everyYear)('every day that the law names is off, %s %i', (id, year) => {
  const calendar = resolveCalendar(calendarYears, id);
  const byLaw = daysByRule(countryOf(id), weekOf[id], year);

  for (const { date, kind, name } of byLaw.filter(({ kind }) => kind === 'holiday')) {
    expect({ date, ...calendar.dayOn(dayOf(date)) }).toMatchObject({ date, kind, name });
  }
});

test.each([
  ['RU', 'five', 2026, ['2026-03-09', '2026-05-11']],
  ['RU', 'five', 2027, ['2027-05-03', '2027-05-10', '2027-06-14']],
  ['UZ', 'six', 2026, ['2026-03-09']],
  ['UZ', 'five', 2026, ['2026-03-09', '2026-03-23', '2026-05-11']],
  ['UZ', 'six', 2024, ['2024-06-17', '2024-09-02', '2024-12-09']],
] as const)(
  'a holiday on a day off moves by law: %s, %s days, %i',
  (country, week, year, moved) => {
    const days = daysByRule(country, week, year).filter(({ kind }) => kind === 'transferred');

    expect(days.map(({ date }) => date)).toEqual(moved);
  },
);

test('a year without a file follows the law and is missing', () => {
  const calendar = resolveCalendar(calendarYears, 'uz-six-day');

  expect(calendar.statusOf(2031)).toBe('missing');
  expect(calendar.dayOn(dayOf('2031-03-21'))).toMatchObject({
    kind: 'holiday',
    certainty: 'estimated',
    name: { uz: 'Navroʻz bayrami' },
  });
  expect(calendar.dayOn(dayOf('2031-03-20'))?.kind).toBe('shortened');
});

test.each([
  ['ru-production', { finalUntil: '2027-12-31', provisionalUntil: null }],
  ['uz-six-day', { finalUntil: '2026-12-31', provisionalUntil: '2027-12-31' }],
  ['uz-five-day', { finalUntil: '2026-12-31', provisionalUntil: '2027-12-31' }],
] as const)('coverage of %s', (id, coverage) => {
  expect(resolveCalendar(calendarYears, id).coverage).toEqual(coverage);
});

test('coverage ends before a gap, and without files there is none', () => {
  const without2026 = calendarYears.filter(({ year }) => year !== 2026);

  expect(resolveCalendar(without2026, 'uz-six-day').coverage).toEqual({
    finalUntil: '2025-12-31',
    provisionalUntil: null,
  });
  expect(resolveCalendar([], 'ru-production').coverage).toEqual({
    finalUntil: null,
    provisionalUntil: null,
  });
});

test.each(calendarYears.map((file) => [file.id, file] as const))(
  'names of %s in three languages',
  (_id, file) => {
    for (const { date, kind, name } of file.days) {
      if (kind === 'shortened') continue;
      expect(name?.ru, date).toMatch(/^[А-Яа-яё0-9 ]+/u);
      expect(name?.uz, date).toMatch(/^[A-Za-z0-9 ʻʼ-]+$/u);
      expect(name?.en, date).toMatch(/^[A-Za-z0-9 ’()-]+$/u);
    }
  },
);

const broken = (change: (file: CalendarYear) => unknown) => {
  const file = calendarYears.find(({ id }) => id === 'uz-2026');
  return calendarYear.safeParse(file && change(structuredClone(file))).success;
};

test.each([
  ['as it is', (file: CalendarYear) => file, true],
  ['days out of order', (file: CalendarYear) => ({ ...file, days: file.days.toReversed() }), false],
  [
    'a day twice in one week',
    (file: CalendarYear) => ({ ...file, days: file.days.flatMap((day) => [day, day]) }),
    false,
  ],
  [
    'a day of another year',
    (file: CalendarYear) => ({ ...file, year: 2025, id: 'uz-2025' }),
    false,
  ],
  ['an id that is another file', (file: CalendarYear) => ({ ...file, id: 'uz-2025' }), false],
  ['no source', (file: CalendarYear) => ({ ...file, source: [] }), false],
])('a calendar file is checked: %s', (_case, change, accepted) => {
  expect(broken(change)).toBe(accepted);
});

test('31 December 2026 differs by the working week', () => {
  const file = calendarYears.find(({ id }) => id === 'uz-2026');
  const days = file?.days.filter(({ date }) => date === '2026-12-31') ?? [];

  const kinds = (['five', 'six'] as const).map(
    (week) => days.find((day) => appliesTo(day, week))?.kind,
  );

  expect(kinds).toEqual(['transferred', 'additional']);
});
