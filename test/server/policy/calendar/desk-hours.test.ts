import { expect, test } from 'vitest';
import { deskHours, hoursToday } from '#server/policy/calendar/desk-hours.ts';
import { moscow, tashkent, twoOffices } from '#test/support/desks.ts';

const clock = (timezone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' });

test.each([
  ['S0.7.1 POL: a working Saturday of the week', tashkent(), '2026-11-21T07:00Z', ['10:00–19:00']],
  ['S0.7.1 POL: Sunday', tashkent(), '2026-11-22T07:00Z', []],
  ['S0.7.2 POL: 8 December', tashkent(), '2026-12-08T07:00Z', []],
  [
    'an evening in UTC is the next day in Tashkent',
    tashkent(),
    '2026-11-22T20:00Z',
    ['10:00–19:00'],
  ],
  ['S2.1.2.1 POL: a weekday in Moscow', moscow(), '2026-11-20T07:00Z', ['09:00–18:00']],
  ['a Saturday that a decree made a working day', moscow(), '2025-11-01T07:00Z', ['09:00–18:00']],
  ['the same Saturday, ignored', moscow({ workingWeekends: 'ignore' }), '2025-11-01T07:00Z', []],
  ['a shortened day keeps its hours', moscow(), '2026-11-03T07:00Z', ['09:00–18:00']],
  [
    'a shortened day ends early',
    moscow({ shortenedDays: 'end-early' }),
    '2026-11-03T07:00Z',
    ['09:00–17:00'],
  ],
  [
    'a day after it does not',
    moscow({ shortenedDays: 'end-early' }),
    '2026-11-05T07:00Z',
    ['09:00–18:00'],
  ],
  ['S3.2.1.3 POL: two offices are one desk', twoOffices(), '2026-11-20T07:00Z', ['04:00–18:00']],
  [
    'S3.2.1.2 POL: the head office alone',
    twoOffices({ coverage: 'primaryOnly' }),
    '2026-11-20T07:00Z',
    ['09:00–18:00'],
  ],
])('hours today: %s', (_case, desk, now, expected) => {
  const format = clock(desk.timezone);

  const today = hoursToday(desk, Date.parse(now));

  expect(today.map(({ from, to }) => `${format.format(from)}–${format.format(to)}`)).toEqual(
    expected,
  );
});

test('each office is open by its own hours', () => {
  const early = Date.parse('2026-11-20T05:00+03:00');

  const open = twoOffices().offices.filter(({ schedule }) => schedule.isOpen(early));

  expect(open.map(({ id }) => id)).toEqual(['novosibirsk']);
});

test('S0.7.3: on a Sunday the next opening is Monday 10:00', () => {
  const { schedule } = tashkent();

  const opens = schedule.nextOpen(Date.parse('2026-11-22T12:00+05:00'));

  expect(new Date(opens)).toEqual(new Date('2026-11-23T10:00+05:00'));
});

test.each([
  ['a working day', tashkent(), '2026-11-20', 'outside_hours', undefined],
  ['a Sunday', tashkent(), '2026-11-22', 'day_off', undefined],
  ['a holiday', tashkent(), '2026-12-08', 'holiday', 'Constitution Day'],
  ['a holiday on a Sunday', tashkent(), '2026-03-08', 'holiday', 'Women’s Day'],
  ['the Monday it moved to', tashkent(), '2026-03-09', 'transferred', 'Day off moved from 8 March'],
  ['a decree day', tashkent(), '2026-05-28', 'additional', 'Additional day off'],
  [
    'a decree day that this desk works',
    tashkent({ closedOn: ['holiday'] }),
    '2026-05-28',
    'outside_hours',
    undefined,
  ],
  [
    'a moved day of the week of five days alone',
    tashkent(),
    '2026-03-23',
    'outside_hours',
    undefined,
  ],
  ['a working Saturday', moscow(), '2027-02-20', 'outside_hours', undefined],
  [
    'the same Saturday, ignored',
    moscow({ workingWeekends: 'ignore' }),
    '2027-02-20',
    'day_off',
    undefined,
  ],
  ['a Russian holiday', moscow(), '2026-11-04', 'holiday', 'Unity Day'],
])('why a date is closed: %s', (_case, desk, date, reason, name) => {
  const why = desk.whyClosed(date);

  expect([why.reason, why.name?.en]).toEqual([reason, name]);
});

test('a desk says from when on its calendar is not final', () => {
  expect([tashkent().estimatedFrom, moscow().estimatedFrom]).toEqual(['2027-01-01', '2028-01-01']);
});

const stated = {
  timezone: 'Asia/Tashkent',
  calendar: 'uz-six-day',
  clause: '7',
  offices: [
    {
      id: 'head',
      name: { ru: 'Офис', uz: 'Ofis', en: 'Office' },
      clause: '7',
      hours: { mon: [['10:00', '19:00']] },
    },
  ],
};
const withHours = (hours: object) => ({
  ...stated,
  offices: stated.offices.map((office) => ({ ...office, hours })),
});

test('what a policy leaves out has the documented default', () => {
  expect(deskHours.parse(stated)).toMatchObject({
    coverage: 'union',
    closedOn: ['holiday', 'transferred', 'additional'],
    workingWeekends: 'honor',
    shortenedDays: 'ignore',
    missingYear: 'estimate',
  });
});

test.each([
  [
    'lunch between two openings',
    withHours({
      mon: [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
    }),
    true,
  ],
  ['a night', withHours({ mon: [['22:00', '06:00']] }), true],
  [
    'openings that touch at midnight',
    withHours({ mon: [['20:00', '24:00']], tue: [['00:00', '04:00']] }),
    true,
  ],
  ['a zone that is not', { ...stated, timezone: 'Asia/Toshkent' }, false],
  ['a calendar that is not', { ...stated, calendar: 'kz-five-day' }, false],
  ['no office', { ...stated, offices: [] }, false],
  ['never open', withHours({ mon: [] }), false],
  ['equal ends', withHours({ mon: [['10:00', '10:00']] }), false],
  ['a clock without minutes', withHours({ mon: [['10', '19']] }), false],
  ['a weekday that is not', withHours({ monday: [['10:00', '19:00']] }), false],
  [
    'hours that overlap',
    withHours({
      mon: [
        ['10:00', '15:00'],
        ['14:00', '19:00'],
      ],
    }),
    false,
  ],
  [
    'a night into the next morning',
    withHours({ mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] }),
    false,
  ],
  [
    'a Sunday night into Monday',
    withHours({ sun: [['22:00', '06:00']], mon: [['05:00', '09:00']] }),
    false,
  ],
  ['a key that nobody reads', { ...stated, holidays: [] }, false],
])('hours of a policy are checked: %s', (_case, desk, accepted) => {
  expect(deskHours.safeParse(desk).success).toBe(accepted);
});
