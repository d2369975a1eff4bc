import { describe, expect, test } from 'vitest';
import { changeLine, changesOfYear } from '#server/policy/calendar/calendar-changes.ts';
import {
  combineYears,
  daysKnown,
  type ImportedYear,
} from '#server/policy/calendar/calendar-import.ts';
import { findingLine } from '#server/policy/calendar/calendar-findings.ts';
import { calendarIds, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { escapeText, fold, unescapeText, unfold } from '#server/policy/calendar/ical-lines.ts';
import { readIcal } from '#server/policy/calendar/ical-read.ts';
import { writeIcal } from '#server/policy/calendar/ical-write.ts';
import { importYear } from '#server/policy/calendar/import-year.ts';
import { dayOf } from '#server/policy/time/local-date.ts';
import { calendarYears } from '#test/support/policies.ts';

const file = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const allDay = (date: string, ...lines: string[]): string =>
  event(`DTSTART;VALUE=DATE:${date}`, ...lines);

const target = { calendar: 'uz-six-day', year: 2027, complete: false } as const;

/** What comes of a file: the import, or the lines that say why not. */
function take(
  text: string,
  options: Partial<ImportedYear> = {},
): Partial<ImportedYear> & { readonly lines: string[] } {
  const read = readIcal(text);
  if (!read.ok) return { lines: read.failure.map(findingLine) };
  const taken = importYear(calendarYears, { ...target, ...options }, read.value);
  return taken.ok
    ? { ...taken.value.imported, lines: taken.value.findings.map(findingLine) }
    : { lines: taken.failure.map(findingLine) };
}

describe('what is taken', () => {
  test('an event of one day is an additional day off', () => {
    const { days } = take(file(allDay('20270102', 'SUMMARY:Qoʻshimcha kun')));

    const name = { ru: 'Qoʻshimcha kun', uz: 'Qoʻshimcha kun', en: 'Qoʻshimcha kun' };
    expect(days).toEqual([{ date: '2027-01-02', kind: 'additional', certainty: 'certain', name }]);
  });

  test('DTEND is the day after the last one, and weekends within an event are passed over', () => {
    const { days } = take(file(allDay('20270529', 'DTEND;VALUE=DATE:20270602')));

    expect(days?.map(({ date }) => date)).toEqual(['2027-05-29', '2027-05-31', '2027-06-01']);
  });

  test.each([
    ['HOLIDAY', '20270510', { kind: 'holiday' }],
    ['WORKING', '20270523', { kind: 'working-weekend' }],
    ['SHORTENED', '20270520', { kind: 'shortened' }],
    ['WORKING,SHORTENED', '20270523', { kind: 'working-weekend', shortened: true }],
    ['Holidays in Uzbekistan', '20270520', { kind: 'additional' }],
  ])('CATEGORIES:%s', (categories, date, day) => {
    const { days } = take(file(allDay(date, `CATEGORIES:${categories}`)));

    expect(days).toEqual([expect.objectContaining(day)]);
  });

  test('a date that was known to be off keeps its kind and names', () => {
    const { days } = take(file(allDay('20270901', 'SUMMARY:Bayram')));

    expect(days?.[0]).toMatchObject({ kind: 'holiday', name: { en: 'Independence Day' } });
  });

  test('STATUS:CANCELLED makes a date ordinary, unless another event states it', () => {
    const { days, ordinary } = take(
      file(
        allDay('20270517', 'STATUS:CANCELLED'),
        allDay('20270510', 'STATUS:CANCELLED'),
        allDay('20270510', 'CATEGORIES:ADDITIONAL'),
      ),
    );

    expect(days?.map(({ date, kind }) => `${date} ${kind}`)).toEqual(['2027-05-10 additional']);
    expect(ordinary).toEqual(['2027-05-17']);
  });

  test('a yearly event counts from its own year on, and is mentioned by its line', () => {
    const yearly = file(allDay('20200104', 'RRULE:FREQ=YEARLY'));

    expect(take(yearly).days?.map(({ date }) => date)).toEqual(['2027-01-04']);
    expect(take(yearly).lines).toEqual([expect.stringMatching(/^warning ical\.yearly line 3: /)]);
    expect(take(yearly, { year: 2019 }).lines).toContain(
      'error ical.no_events file: holds no day of 2019',
    );
    expect(take(file(allDay('20240229', 'RRULE:FREQ=YEARLY'))).lines).toContain(
      'error ical.no_events file: holds no day of 2027',
    );
  });

  test('a yearly event over New Year reaches into the next year', () => {
    const { days } = take(file(allDay('20201231', 'DURATION:P3D', 'RRULE:FREQ=YEARLY')));

    expect(days?.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02', '2027-12-31']);
  });

  test('events of other years are counted, not taken', () => {
    const { days, lines } = take(file(allDay('20260102'), allDay('20270102')));

    expect(days?.map(({ date }) => date)).toEqual(['2027-01-02']);
    expect(lines).toEqual([expect.stringMatching(/^warning ical\.other_years file: 1 events/)]);
    // a file without events takes an import back, one of another year would do so by mistake
    expect(take(file()).days).toEqual([]);
    expect(take(file(allDay('20260102'))).days).toBeUndefined();
  });

  test('folded lines, other line ends, a mark of byte order, alarms and unknown lines are no obstacle', () => {
    const text = `\uFEFF${file(
      'X-WR-CALNAME:Days',
      allDay(
        '20270102',
        'SUMMARY:Дополнительный нера',
        ' бочий день\\, для всех',
        'BEGIN:VALARM',
        'TRIGGER:-PT15M',
        'SUMMARY:no',
        'END:VALARM',
      ),
    ).replaceAll('\r\n', '\n')}\n`;

    expect(take(text).days?.[0]?.name?.ru).toBe('Дополнительный нерабочий день, для всех');
  });
});

describe('what is refused, by its line', () => {
  test.each([
    [
      'a time of day',
      allDay('20270102', 'SUMMARY:x').replace(';VALUE=DATE:20270102', ':20270102T100000Z'),
      /line 4: has a time of day/,
    ],
    [
      'a time with a zone',
      event('DTSTART;TZID=Asia/Tashkent:20270102T000000'),
      /ical\.timed line 4/,
    ],
    ['no start', event('SUMMARY:x'), /ical\.date line 3: an event without DTSTART/],
    ['a date that does not exist', allDay('20270230'), /ical\.date line 4/],
    [
      'an end before the start',
      allDay('20270102', 'DTEND;VALUE=DATE:20270102'),
      /ical\.span line 5/,
    ],
    ['an event of years', allDay('20270102', 'DTEND;VALUE=DATE:99991231'), /ical\.span line 5/],
    ['hours', allDay('20270102', 'DURATION:PT8H'), /ical\.span line 5/],
    ['every month', allDay('20270102', 'RRULE:FREQ=MONTHLY'), /ical\.rule line 5/],
    ['some years', allDay('20270102', 'RRULE:FREQ=YEARLY;COUNT=3'), /ical\.rule line 5/],
    [
      'further dates',
      allDay('20270102', 'RDATE;VALUE=DATE:20270105'),
      /ical\.rule line 5: has RDATE/,
    ],
    [
      'two meanings of one event',
      allDay('20270523', 'CATEGORIES:WORKING,HOLIDAY'),
      /ical\.category line 3/,
    ],
    [
      'two meanings of one date',
      [allDay('20270520'), allDay('20270520', 'CATEGORIES:SHORTENED')].join('\r\n'),
      /ical\.contradiction line 6: makes 2027-05-20/,
    ],
    [
      'a worked Tuesday',
      allDay('20270525', 'CATEGORIES:WORKING'),
      /calendar\.misplaced uz-six-day 2027-05-25/,
    ],
    [
      'a holiday of the law made ordinary',
      allDay('20270901', 'STATUS:CANCELLED'),
      /calendar\.holiday_worked uz-six-day 2027-09-01/,
    ],
    ['a control character', allDay('20270102', 'SUMMARY:\u001B[2J'), /ical\.line line 5/],
    ['a nul', allDay('20270102', 'SUMMARY:a\0b'), /ical\.line line 5/],
    [
      'two starts',
      allDay('20270102', 'DTSTART;VALUE=DATE:20270901'),
      /ical\.line line 5: says DTSTART again/,
    ],
    [
      'two repetitions',
      allDay('20270102', 'RRULE:FREQ=YEARLY', 'RRULE:FREQ=DAILY'),
      /ical\.line line 6: says RRULE again/,
    ],
    ['no line at all', event('DTSTART'), /ical\.line line 4/],
    ['an event that does not end', 'BEGIN:VEVENT', /ical\.line line 4: ends what did not begin/],
  ])('%s', (_case, lines, expected) => {
    const { lines: said } = take(file(lines));

    expect(said.join('\n')).toMatch(expected);
    expect(said.every((line) => line.startsWith('error '))).toBe(true);
  });

  test.each([
    ['something else', 'BEGIN:VCARD\nEND:VCARD', /ical\.unreadable/],
    ['nothing', '', /ical\.unreadable/],
    ['half a file', 'BEGIN:VCALENDAR\nBEGIN:VEVENT', /ical\.line line 2: begins and does not end/],
    ['more than a megabyte', `${file()}${' '.repeat(1_000_000)}`, /ical\.too_large/],
  ])('%s', (_case, text, expected) => {
    expect(take(text).lines.join('\n')).toMatch(expected);
  });

  test('a whole year without a day, or without a holiday of the law', () => {
    expect(take(file(), { complete: true }).lines).toContain(
      'error ical.no_events file: holds no day of 2027',
    );
    expect(take(file(allDay('20270102')), { complete: true }).lines.join('\n')).toMatch(
      /holiday_worked uz-six-day 2027-09-01/,
    );
  });
});

const head = { id: 'x', name: 'x', locale: 'ru', kindName: (kind: string) => kind } as const;
const everyYear = calendarIds.flatMap((id) =>
  [2024, 2025, 2026, 2027].map((year) => [id, year] as const),
);

test.each(everyYear)('%s %i goes out and comes in as it was', (calendar, year) => {
  const days = daysKnown(calendarYears, calendar, year).map(({ weeks: _weeks, ...day }) => day);
  const text = writeIcal(
    head,
    days.map((day) => ({ day, tentative: year === 2027 })),
  );

  const back = take(text, { calendar, year, complete: true });

  expect(back.lines).toEqual([]);
  expect(back.days).toEqual(days);
});

test('a file keeps to the form: short lines that end in CRLF, one event a day', () => {
  const days = daysKnown(calendarYears, 'ru-production', 2027);
  const text = writeIcal(
    head,
    days.map((day) => ({ day, tentative: false })),
  );

  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(days.length);
  expect(new Set(text.match(/UID:.*/g)).size).toBe(days.length);
});

test.each(['a, b; c\\d', 'две\nстроки', 'x'.repeat(200), 'ы😀'.repeat(60)])(
  'text survives being written: %s',
  (text) => {
    const [line] = unfold(fold(`SUMMARY:${escapeText(text)}`));

    expect(unescapeText(line?.text.slice('SUMMARY:'.length) ?? '')).toBe(text);
  },
);

describe('whose word counts', () => {
  const imported = {
    ...target,
    ordinary: [],
    days: [{ date: '2027-01-02', kind: 'additional', certainty: 'certain' }],
  } satisfies ImportedYear;
  const laid = (complete: boolean, year = 2027) =>
    combineYears(
      calendarYears,
      [],
      [{ imported: { ...imported, complete, year }, revision: 'abc' }],
    );
  const shipped = resolveCalendar(calendarYears, 'uz-six-day');
  const second = dayOf('2027-01-02');

  test('days of an import lie over the file, which stays provisional', () => {
    const calendar = resolveCalendar(laid(false), 'uz-six-day');

    expect(calendar.dayOn(second)?.kind).toBe('additional');
    expect(calendar.dayOn(dayOf('2027-09-01'))?.kind).toBe('holiday');
    expect([calendar.statusOf(2027), calendar.revisionOf(2027), calendar.revisionOf(2026)]).toEqual(
      ['provisional', 'abc', undefined],
    );
    expect(changesOfYear(shipped, calendar, 2027).map(changeLine)).toEqual([
      '+ 2027-01-02 additional',
    ]);
  });

  test('a complete import is the year, and final', () => {
    const calendar = resolveCalendar(laid(true), 'uz-six-day');

    expect(calendar.coverage).toEqual({ finalUntil: '2027-12-31', provisionalUntil: null });
    expect(calendar.dayOn(dayOf('2027-09-01'))).toBeUndefined();
  });

  test('an import over a year that nobody stated stays an estimate', () => {
    const days = [{ date: '2031-01-02', kind: 'additional', certainty: 'certain' }] as const;
    const sources = combineYears(
      calendarYears,
      [],
      [{ imported: { ...imported, year: 2031, days: [...days] }, revision: 'abc' }],
    );
    const calendar = resolveCalendar(sources, 'uz-six-day');

    expect(calendar.statusOf(2031)).toBe('missing');
    expect(calendar.dayOn(dayOf('2031-03-21'))?.kind).toBe('holiday');
    expect(calendar.dayOn(dayOf('2031-01-02'))?.kind).toBe('additional');
    expect(calendar.coverage).toEqual(shipped.coverage);
  });

  test('an import binds one working week', () => {
    const five = resolveCalendar(laid(true), 'uz-five-day');

    expect([five.statusOf(2027), five.revisionOf(2027)]).toEqual(['provisional', undefined]);
  });

  test('a file put in the place of a shipped one comes before an import', () => {
    const shippedFile = calendarYears.find(({ id }) => id === 'uz-2027')!;
    const sources = combineYears(
      calendarYears,
      [{ ...shippedFile, revision: 'own' }],
      [{ imported, revision: 'abc' }],
    );
    const calendar = resolveCalendar(sources, 'uz-six-day');

    expect(calendar.revisionOf(2027)).toBe('own');
    expect(calendar.dayOn(second)).toBeUndefined();
  });
});

test('a preview tells what is added, removed and in conflict', () => {
  const read = readIcal(
    file(
      allDay('20270102'),
      allDay('20270510', 'CATEGORIES:ADDITIONAL'),
      allDay('20270517', 'STATUS:CANCELLED'),
    ),
  );
  const taken = read.ok && importYear(calendarYears, target, read.value);
  if (!taken || !taken.ok) throw new Error('not taken');
  const { imported } = taken.value;
  const after = combineYears(calendarYears, [], [{ imported, revision: 'abc' }]);

  const changes = changesOfYear(
    resolveCalendar(calendarYears, 'uz-six-day'),
    resolveCalendar(after, 'uz-six-day'),
    2027,
  );

  expect(changes.map(changeLine)).toEqual([
    '+ 2027-01-02 additional',
    '! 2027-05-10 transferred → additional',
    '- 2027-05-17 transferred',
  ]);
});
