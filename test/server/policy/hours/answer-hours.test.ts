import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import { answerHours } from '#server/policy/hours/answer-hours.ts';
import { hoursBook } from '#server/policy/hours/hours-book.ts';
import { hoursQuestions } from '#server/policy/hours/hours-question.ts';
import { compileSchedule } from '#server/policy/time/schedule.ts';

const day = [['09:00', '18:00']];
const workweek = { mon: day, tue: day, wed: day, thu: day, fri: day };
const night = [['22:00', '06:00']];
const nights = {
  mon: night,
  tue: night,
  wed: night,
  thu: night,
  fri: night,
  sat: night,
  sun: night,
};
const plain = { timezone: 'UTC', hours: workweek };
const berlin = (hours: object) => ({ timezone: 'Europe/Berlin', hours });

/** Everything it is asked of after 2026 is estimated. */
const named = (name: string) =>
  name === 'office'
    ? succeed({
        schedule: compileSchedule({ timezone: 'UTC', hours: { mon: [['09:00', '18:00']] } }),
        isEstimated: (_from: number, to: number) => to >= Date.UTC(2027, 0, 1),
      })
    : fail(name === 'silent' ? ('hours.not_stated' as const) : ('hours.unknown_schedule' as const));
const ask = (line: unknown) => answerHours(JSON.stringify(line), hoursBook(named));
const put = (schedule: unknown, op: string, asked?: unknown) => ask({ schedule, op, in: asked });

// 2026-11-20 is a Friday
test.each([
  ['within hours', '2026-11-20T12:00:00Z', 5400, '2026-11-20T13:30:00Z', '2026-11-20T13:30:00Z'],
  [
    'ending at closing',
    '2026-11-20T16:00:00Z',
    7200,
    '2026-11-20T18:00:00Z',
    '2026-11-23T09:00:00Z',
  ],
  [
    'nothing, out of hours',
    '2026-11-21T12:00:00Z',
    0,
    '2026-11-21T12:00:00Z',
    '2026-11-23T09:00:00Z',
  ],
  [
    'a millisecond',
    '2026-11-20T17:59:59.999Z',
    0.002,
    '2026-11-23T09:00:00.001Z',
    '2026-11-23T09:00:00.001Z',
  ],
  [
    'a thirtieth of a second',
    '2026-11-20T12:00:00Z',
    0.033,
    '2026-11-20T12:00:00.033Z',
    '2026-11-20T12:00:00.033Z',
  ],
])('add: %s', (_case, at, seconds, earliest, latest) => {
  expect(put(plain, 'add', { at, seconds })).toEqual({ earliest, latest });
});

test.each([
  [
    'back to the opening',
    '2026-11-23T11:00:00Z',
    7200,
    '2026-11-20T18:00:00Z',
    '2026-11-23T09:00:00Z',
  ],
  ['over the weekend', '2026-11-23T11:00Z', 10_800, '2026-11-20T17:00:00Z', '2026-11-20T17:00:00Z'],
  [
    'nothing, when closed',
    '2026-11-21T12:00:00Z',
    0,
    '2026-11-20T18:00:00Z',
    '2026-11-21T12:00:00Z',
  ],
])('subtract: %s', (_case, at, seconds, earliest, latest) => {
  expect(put(plain, 'subtract', { at, seconds })).toEqual({ latest, earliest });
});

// Saturday night to Sunday: 8 hours by the clock on the wall
const changes = [
  ['a gap in Berlin', 'Europe/Berlin', '2026-03-28T21:00:00Z', '2026-03-29T04:00:00Z', 7],
  ['an overlap in Berlin', 'Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z', 9],
  ['a gap in New York', 'America/New_York', '2026-03-08T03:00:00Z', '2026-03-08T10:00:00Z', 7],
  ['an overlap in New York', 'America/New_York', '2026-11-01T02:00:00Z', '2026-11-01T11:00:00Z', 9],
  [
    'half an hour less on Lord Howe',
    'Australia/Lord_Howe',
    '2026-10-03T11:30:00Z',
    '2026-10-03T19:00:00Z',
    7.5,
  ],
  [
    'half an hour more on Lord Howe',
    'Australia/Lord_Howe',
    '2026-04-04T11:00:00Z',
    '2026-04-04T19:30:00Z',
    8.5,
  ],
] as const;
test.each(changes)('a night of %s lasts %s–%s: %s, %i h', (_case, timezone, from, to, hours) => {
  const schedule = { timezone, hours: { sat: night } };
  const dayBefore = new Date(Date.parse(from) - 3_600_000).toISOString();

  expect(put(schedule, 'nextOpen', { at: dayBefore })).toEqual({ at: from });
  expect(put(schedule, 'nextClose', { at: dayBefore })).toEqual({ at: to });
  expect(put(schedule, 'between', { from, to })).toEqual({ seconds: hours * 3600 });
  expect(put(schedule, 'between', { from: to, to: from })).toEqual({ seconds: hours * -3600 });
  expect(put(schedule, 'add', { at: from, seconds: hours * 3600 })).toMatchObject({ earliest: to });
});

test.each([
  ['hours inside a gap are dropped', berlin({ sun: [['02:00', '03:00']] }), 0],
  ['hours that end in a gap end after it', berlin({ sun: [['01:00', '02:30']] }), 5400],
  ['hours that begin in a gap begin after it', berlin({ sun: [['02:30', '04:00']] }), 1800],
])('Berlin, Sunday 2026-03-29: %s', (_case, schedule, seconds) => {
  const asked = { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' };

  expect(put(schedule, 'between', asked)).toEqual({ seconds });
  expect(put(schedule, 'isBusinessDay', { date: '2026-03-29' })).toEqual({ businessDay: true });
});

test.each([
  [
    'touching hours count once',
    {
      ...plain,
      hours: {
        fri: [
          ['09:00', '13:00'],
          ['13:00', '18:00'],
        ],
      },
    },
    [['20T09', '20T18']],
  ],
  [
    'overlapping hours count once',
    {
      ...plain,
      hours: {
        fri: [
          ['09:00', '14:00'],
          ['13:00', '18:00'],
        ],
      },
    },
    [['20T09', '20T18']],
  ],
  [
    'a night and the morning after are one',
    { ...plain, hours: { thu: [['22:00', '06:00']], fri: [['06:00', '10:00']] } },
    [['19T22', '20T10']],
  ],
  [
    'a break on a date',
    { ...plain, breaks: { '2026-11-20': [['12:00', '13:00']] } },
    [
      ['19T09', '19T18'],
      ['20T09', '20T12'],
      ['20T13', '20T18'],
    ],
  ],
  [
    'a break of every week',
    { ...plain, weeklyBreaks: { thu: [['08:00', '10:00']] } },
    [
      ['19T10', '19T18'],
      ['20T09', '20T18'],
    ],
  ],
  [
    'a shift in place of the hours',
    { ...plain, shifts: { '2026-11-19': [], '2026-11-20': [['07:00', '08:00']] } },
    [['20T07', '20T08']],
  ],
  [
    'a break inside a shift',
    {
      ...plain,
      shifts: { '2026-11-20': [['07:00', '10:00']] },
      breaks: { '2026-11-20': [['08:00', '09:00']] },
    },
    [
      ['19T09', '19T18'],
      ['20T07', '20T08'],
      ['20T09', '20T10'],
    ],
  ],
  [
    'a holiday before a shift, and the tail of the night stays',
    {
      timezone: 'UTC',
      hours: nights,
      holidays: ['2026-11-20'],
      shifts: { '2026-11-20': [['07:00', '08:00']] },
    },
    [
      ['19T00', '19T06'],
      ['19T22', '20T06'],
    ],
  ],
])('Thursday and Friday: %s', (_case, schedule, expected) => {
  const periods = expected.map((ends) => ends.map((end) => `2026-11-${end}:00:00Z`));

  expect(
    put(schedule, 'periods', { from: '2026-11-19T00:00:00Z', until: '2026-11-21T00:00:00Z' }),
  ).toEqual({ periods });
});

const cases: [op: string, asked: unknown, answer: object][] = [
  ['isOpen', { at: '2026-11-20T09:00:00Z' }, { open: true }],
  ['isOpen', { at: '2026-11-20T18:00:00Z' }, { open: false }],
  ['nextOpen', { at: '2026-11-20T18:00:00Z' }, { at: '2026-11-23T09:00:00Z' }],
  ['nextOpen', { at: '2026-11-20T12:00:00.250Z' }, { at: '2026-11-20T12:00:00.250Z' }],
  ['nextClose', { at: '2026-11-20T18:00:00Z' }, { at: '2026-11-23T18:00:00Z' }],
  ['prevEdge', { at: '2026-11-23T09:00:00Z' }, { at: '2026-11-20T18:00:00Z' }],
  ['prevEdge', { at: '2026-11-23T09:00:01Z' }, { at: '2026-11-23T09:00:01Z' }],
  ['isBusinessDay', { date: '2026-11-21' }, { businessDay: false }],
  ['addBusinessDates', { date: '2026-11-20', days: 1 }, { date: '2026-11-23' }],
  ['addBusinessDates', { date: '2026-11-23', days: -2 }, { date: '2026-11-19' }],
  [
    'addBusinessDays',
    { at: '2026-11-20T20:00:00Z', days: 1, mode: 'sameClockRoll' },
    { at: '2026-11-24T09:00:00Z' },
  ],
  [
    'addBusinessDays',
    { at: '2026-11-20T20:00:00Z', days: 2, mode: 'businessHours(9)' },
    { at: '2026-11-24T18:00:00Z' },
  ],
  ['businessDaysBetween', { from: '2026-11-20', to: '2026-11-23', range: '[]' }, { days: 2 }],
  ['businessDaysBetween', { from: '2026-11-23', to: '2026-11-20', range: '[)' }, { days: -1 }],
  [
    'periods',
    { from: '2026-11-20T17:00:00Z', count: 2 },
    {
      periods: [
        ['2026-11-20T17:00:00Z', '2026-11-20T18:00:00Z'],
        ['2026-11-23T09:00:00Z', '2026-11-23T18:00:00Z'],
      ],
    },
  ],
  [
    'periodsBackward',
    { from: '2026-11-23T10:00:00Z', count: 2 },
    {
      periods: [
        ['2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'],
        ['2026-11-20T09:00:00Z', '2026-11-20T18:00:00Z'],
      ],
    },
  ],
  [
    'deadline',
    {
      start: '2026-11-20T16:00:00Z',
      seconds: 7200,
      pauses: [{ from: '2026-11-20T17:00:00Z', to: '2026-11-20T18:30:00Z' }],
    },
    { earliest: '2026-11-23T10:00:00Z', latest: '2026-11-23T10:00:00Z' },
  ],
  [
    'deadline',
    {
      start: '2026-11-20T16:00:00Z',
      seconds: 7200,
      pauses: [['2026-11-20T17:00:00Z', '2026-11-20T18:30:00Z']],
    },
    { earliest: '2026-11-23T10:00:00Z', latest: '2026-11-23T10:00:00Z' },
  ],
  [
    'elapsed',
    {
      from: '2026-11-20T16:00:00Z',
      to: '2026-11-23T10:00:00Z',
      pauses: [
        ['2026-11-20T17:00:00Z', '2026-11-20T18:30:00Z'],
        ['2026-11-23T09:30:00Z', null],
      ],
    },
    { seconds: 5400 },
  ],
  [
    'union',
    {
      other: { timezone: 'UTC', hours: { fri: [['16:00', '20:00']] } },
      from: '2026-11-20T12:00:00Z',
      until: '2026-11-21T00:00:00Z',
    },
    { periods: [['2026-11-20T12:00:00Z', '2026-11-20T20:00:00Z']] },
  ],
  [
    'intersect',
    {
      other: { timezone: 'UTC', hours: { fri: [['16:00', '20:00']] } },
      from: '2026-11-20T12:00:00Z',
      until: '2026-11-21T00:00:00Z',
    },
    { periods: [['2026-11-20T16:00:00Z', '2026-11-20T18:00:00Z']] },
  ],
  ['validate', undefined, { valid: true }],
  ['validate', { schedule: { timezone: 'UTC', hours: {} } }, { valid: false }],
  [
    'localToInstant',
    { timezone: 'Europe/Berlin', date: '2026-03-29', time: '02:30' },
    { at: '2026-03-29T01:30:00Z' },
  ],
];
test.each(cases)('%s %j', (op, asked, answer) => {
  expect(put(plain, op, asked)).toEqual(answer);
});

test('every operation has a case above', () => {
  const shown = new Set(['add', 'subtract', 'between', ...cases.map(([op]) => op)]);

  expect([...shown].toSorted()).toEqual(Object.keys(hoursQuestions).toSorted());
});

test('what a list or a pause lacks may be null', () => {
  const from = '2026-11-20T12:00:00Z';
  const until = '2026-11-20T13:00:00Z';

  expect(put(plain, 'periods', { from, until, count: null })).toEqual({ periods: [[from, until]] });
  expect(put(plain, 'periodsBackward', { from, until: null, count: 1 })).toEqual({
    periods: [['2026-11-20T09:00:00Z', from]],
  });
  expect(put(plain, 'elapsed', { from, to: until, pauses: null })).toEqual({ seconds: 3600 });
});

test('business days between two instants are counted from date to date as the zone has them', () => {
  // in Apia it is Saturday the 21st and Monday the 23rd, where UTC has Friday and Sunday
  const apia = { timezone: 'Pacific/Apia', hours: workweek };
  const asked = { from: '2026-11-20T12:00:00Z', to: '2026-11-22T12:00:00Z' };

  expect(put(apia, 'businessDaysBetween', { ...asked, range: '[)' })).toEqual({ days: 0 });
  expect(put(apia, 'businessDaysBetween', { ...asked, range: '(]' })).toEqual({ days: 1 });
  expect(
    put(apia, 'businessDaysBetween', { from: '2026-11-20', to: '2026-11-22', range: '[)' }),
  ).toEqual({ days: 1 });
});

test('validity and local time need no schedule beside', () => {
  expect(ask({ op: 'validate', in: { schedule: plain } })).toEqual({ valid: true });
  expect(ask({ op: 'validate', in: { schedule: null } })).toEqual({ valid: false });
  expect(
    ask({ op: 'localToInstant', in: { timezone: 'UTC', date: '2026-11-20', time: '24:00' } }),
  ).toEqual({ at: '2026-11-21T00:00:00Z' });
});

test.each([
  ['Pacific/Apia', '2011-12-30', '2011-12-29T23:00:00Z', '2011-12-30T22:00:00Z'],
  ['Pacific/Kwajalein', '1993-08-21', '1993-08-20T19:00:00Z', '1993-08-21T20:00:00Z'],
])('%s: %s has no hours', (timezone, date, from, to) => {
  const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };

  expect(put({ timezone, hours }, 'isBusinessDay', { date })).toEqual({ businessDay: false });
  // Thursday 13:00 to Saturday 12:00 in Apia; Friday 07:00 to Sunday 08:00 on Kwajalein
  const open = timezone === 'Pacific/Apia' ? 5 + 3 : 9;
  expect(put({ timezone, hours }, 'between', { from, to })).toEqual({ seconds: open * 3600 });
});

test('a name: what touches a day that is not final says so, whichever schedule it is', () => {
  const [from, until] = ['2026-12-21T00:00:00Z', '2027-01-01T00:00:00Z'];

  expect(put('office', 'add', { at: from, seconds: 60 })).not.toHaveProperty('estimated');
  expect(put('office', 'between', { from, to: until })).toEqual({ seconds: 18 * 3600 });
  expect(put('office', 'between', { from, to: '2027-01-01T00:00:00.001Z' })).toEqual({
    seconds: 18 * 3600,
    estimated: true,
  });
  expect(put('office', 'add', { at: '2026-12-28T17:00:00Z', seconds: 3600 })).toEqual({
    earliest: '2026-12-28T18:00:00Z',
    latest: '2027-01-04T09:00:00Z',
    estimated: true,
  });
  expect(put('office', 'addBusinessDates', { date: '2027-01-04', days: -1 })).toEqual({
    date: '2026-12-28',
    estimated: true,
  });
  expect(
    put(plain, 'union', { other: 'office', from, until: '2027-02-01T00:00:00Z' }),
  ).toMatchObject({ estimated: true });
  expect(put('office', 'validate')).toEqual({ valid: true });
});

const at = '2026-11-20T12:00:00Z';
const from = at;
test.each([
  ['hours.bad_question', 17],
  ['hours.bad_question', null],
  ['hours.bad_question', { schedule: plain, in: { at } }],
  ['hours.unknown_op', { schedule: plain, op: 'toString', in: { at } }],
  ['hours.unknown_op', { schedule: plain, op: 'Add', in: { at, seconds: 1 } }],
  ['hours.unknown_op', { schedule: plain, op: '__proto__', in: { at } }],
  ['hours.bad_question', { op: 'isOpen', in: { at } }],
  ['hours.bad_question', { schedule: plain, op: 'isOpen' }],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: [at] }],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: { at, when: 1 } }],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: { at: '2026-11-20T12:00:00' } }],
  [
    'hours.bad_question',
    { schedule: plain, op: 'isOpen', in: { at: '2026-11-20T12:00:00+05:00' } },
  ],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: { at: '2026-02-30T12:00:00Z' } }],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: { at: '2026-11-20T24:00:00Z' } }],
  [
    'hours.bad_question',
    { schedule: plain, op: 'isOpen', in: { at: '2026-11-20T12:00:00.0001Z' } },
  ],
  ['hours.bad_question', { schedule: plain, op: 'isOpen', in: { at: 1_795_000_000_000 } }],
  ['hours.bad_question', { schedule: plain, op: 'add', in: { at, seconds: -1 } }],
  ['hours.bad_question', { schedule: plain, op: 'add', in: { at, seconds: '60' } }],
  ['hours.bad_question', { schedule: plain, op: 'add', in: { at, seconds: 0.0001 } }],
  [
    'hours.bad_question',
    { schedule: plain, op: 'addBusinessDays', in: { at, days: 0, mode: 'clamped' } },
  ],
  [
    'hours.bad_question',
    { schedule: plain, op: 'addBusinessDays', in: { at, days: 1.5, mode: 'clamped' } },
  ],
  [
    'hours.bad_question',
    { schedule: plain, op: 'addBusinessDays', in: { at, days: 1, mode: 'nextDay' } },
  ],
  [
    'hours.bad_question',
    { schedule: plain, op: 'addBusinessDates', in: { date: '2026-11-20', days: 0 } },
  ],
  [
    'hours.bad_question',
    { schedule: plain, op: 'addBusinessDates', in: { date: '2026-11-31', days: 1 } },
  ],
  [
    'hours.bad_question',
    {
      schedule: plain,
      op: 'businessDaysBetween',
      in: { from: '2026-11-20', to: '2026-11-21', range: '()' },
    },
  ],
  ['hours.bad_question', { schedule: plain, op: 'periods', in: { from } }],
  ['hours.bad_question', { schedule: plain, op: 'union', in: { from, until: from } }],
  [
    'hours.bad_question',
    { schedule: plain, op: 'deadline', in: { start: at, seconds: 1, pauses: [[at]], more: 1 } },
  ],
  [
    'hours.bad_question',
    {
      schedule: plain,
      op: 'elapsed',
      in: { from, to: at, pauses: [[at, '2026-11-20T11:00:00Z']] },
    },
  ],
  [
    'hours.bad_question',
    {
      schedule: plain,
      op: 'localToInstant',
      in: { timezone: 'Mars/Olympus', date: '2026-11-20', time: '09:00' },
    },
  ],
  [
    'hours.bad_question',
    {
      schedule: plain,
      op: 'localToInstant',
      in: { timezone: 'UTC', date: '2026-11-20', time: '9:00' },
    },
  ],
  ['hours.bad_question', { op: 'validate' }],
  ['hours.unknown_schedule', { schedule: 'nobody', op: 'isOpen', in: { at } }],
  ['hours.unknown_schedule', { schedule: 'nobody', op: 'validate' }],
  ['hours.not_stated', { schedule: 'silent', op: 'isOpen', in: { at } }],
  [
    'hours.not_stated',
    { schedule: plain, op: 'union', in: { other: 'silent', from, until: from } },
  ],
  ['hours.invalid_schedule', { schedule: null, op: 'isOpen', in: { at } }],
  [
    'hours.invalid_schedule',
    { schedule: { ...plain, timezone: 'Mars/Olympus' }, op: 'isOpen', in: { at } },
  ],
  [
    'hours.invalid_schedule',
    { schedule: { ...plain, hours: { monday: day } }, op: 'isOpen', in: { at } },
  ],
  [
    'hours.invalid_schedule',
    { schedule: { ...plain, holidays: ['2026-02-30'] }, op: 'isOpen', in: { at } },
  ],
  ['hours.invalid_schedule', { schedule: { ...plain, holiday: [] }, op: 'isOpen', in: { at } }],
  [
    'hours.invalid_schedule',
    { schedule: plain, op: 'intersect', in: { other: 5, from, until: from } },
  ],
  ['hours.out_of_range', { schedule: plain, op: 'isOpen', in: { at: '0001-01-01T00:00:00Z' } }],
  ['hours.out_of_range', { schedule: plain, op: 'isOpen', in: { at: '9999-12-31T23:59:59Z' } }],
  ['hours.out_of_range', { schedule: plain, op: 'isBusinessDay', in: { date: '0001-01-01' } }],
  [
    'hours.out_of_range',
    {
      schedule: plain,
      op: 'between',
      in: { from: '1900-01-01T00:00:00Z', to: '2400-01-01T00:00:00Z' },
    },
  ],
  [
    'hours.out_of_range',
    {
      schedule: plain,
      op: 'businessDaysBetween',
      in: { from: '2400-01-01', to: '1900-01-01', range: '[]' },
    },
  ],
  ['hours.out_of_range', { schedule: plain, op: 'add', in: { at, seconds: 1e300 } }],
  [
    'hours.out_of_range',
    { schedule: plain, op: 'addBusinessDates', in: { date: '2026-11-20', days: -1e9 } },
  ],
  ['hours.out_of_range', { schedule: plain, op: 'periods', in: { from, count: 1e9 } }],
  [
    'hours.out_of_range',
    { schedule: plain, op: 'periodsBackward', in: { from, until: '1900-01-01T00:00:00Z' } },
  ],
  [
    'hours.out_of_range',
    {
      schedule: { ...plain, hours: { mon: Array.from({ length: 25 }, () => ['09:00', '18:00']) } },
      op: 'isOpen',
      in: { at },
    },
  ],
  ['hours.not_found', { schedule: { ...plain, hours: {} }, op: 'nextOpen', in: { at } }],
  ['hours.not_found', { schedule: { ...plain, hours: {} }, op: 'prevEdge', in: { at } }],
  [
    'hours.not_found',
    {
      schedule: { ...plain, hours: {} },
      op: 'addBusinessDates',
      in: { date: '2026-11-20', days: 1 },
    },
  ],
  [
    'hours.not_found',
    {
      schedule: { ...plain, hours: { mon: [['09:00', '09:00:01']] } },
      op: 'add',
      in: { at, seconds: 1e6 },
    },
  ],
  [
    'hours.not_found',
    { schedule: plain, op: 'deadline', in: { start: at, seconds: 1, pauses: [[at, null]] } },
  ],
])('%s: %j', (code, line) => {
  expect(ask(line)).toEqual({ error: { code } });
});

test.each([
  '',
  '{',
  'undefined',
  '[1,]',
  '\u0000',
  '{"schedule":'.repeat(50_000),
  '['.repeat(500_000),
])('text that is no question tells nothing of itself', (text) => {
  const answer = answerHours(text, hoursBook(named));

  expect(['hours.bad_json', 'hours.bad_question']).toContain(
    (answer['error'] as { code: string }).code,
  );
});

test('a schedule without bottom is no schedule', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const line = `{"schedule":${deep},"op":"isOpen","in":{"at":"${at}"}}`;

  expect(answerHours(line, hoursBook(named))).toEqual({
    error: { code: 'hours.invalid_schedule' },
  });
});

test('questions of centuries to one schedule are each answered', () => {
  const book = hoursBook(named);
  const answers = Array.from({ length: 60 }, (_, index) => 1900 + index * 10).map((year) =>
    answerHours(
      JSON.stringify({ schedule: plain, op: 'isBusinessDay', in: { date: `${year}-01-01` } }),
      book,
    ),
  );

  expect(answers.filter((answer) => 'businessDay' in answer)).toHaveLength(60);
});
