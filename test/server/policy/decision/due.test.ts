import { expect, test } from 'vitest';
import { dueBy, isBreached, remaining } from '#server/policy/decision/due.ts';
import type { DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { promised } from '#server/policy/decision/first-response.ts';
import { calendarOf, presentPromise } from '#server/policy/decision/present-decision.ts';
import { firstResponsePromise } from '#shared/wire/decision.ts';
import { lateDesk, moscow, tashkent, twoOffices } from '#test/support/desks.ts';

const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const dueAfterHours = (desk: DeskCalendar, receivedAt: number, value: number) =>
  dueBy(desk, { receivedAt, target: { value, unit: 'businessHour' }, reading: 'clamped' });
const oneDay = { value: 1, unit: 'businessDay' } as const;
const hourMs = 3_600_000;

test.each([
  ['S0.7.1 POL: Friday evening ends on Saturday', '2026-11-20 18:30', '2026-11-21 18:30'],
  ['S0.7.1 POL: Saturday evening ends on Monday', '2026-11-21 18:30', '2026-11-23 18:30'],
  [
    'S0.7.2 POL: 8 December is a holiday, 7 December keeps its hours',
    '2026-12-07 18:00',
    '2026-12-09 18:00',
  ],
  [
    'S0.7.4 POL: received on Friday night counts from Saturday 10:00',
    '2026-11-20 22:00',
    '2026-11-21 19:00',
  ],
  ['received on Saturday at closing counts from Monday', '2026-11-21 19:00', '2026-11-23 19:00'],
  [
    'received a millisecond before closing keeps that millisecond',
    '2026-11-21 18:59:59.999',
    '2026-11-23 18:59:59.999',
  ],
  ['decree days at Qurbon hayiti close three more days', '2026-05-27 12:00', '2026-06-01 19:00'],
  ['Saturday 3 January is off by decree, 2 January too', '2025-12-30 12:00', '2026-01-05 12:00'],
  ['8 March on a Sunday gives Monday 9 March', '2026-03-07 18:00', '2026-03-10 18:00'],
  [
    'Navroʻz on a Saturday moves nothing in a week of six days',
    '2026-03-19 18:00',
    '2026-03-23 18:00',
  ],
  ['31 August is off by decree, 1 September is a holiday', '2026-08-29 12:00', '2026-09-02 12:00'],
])('nine working hours in Tashkent, %s', (_case, received, due) => {
  expect(new Date(dueAfterHours(tashkent(), uzt(received), 9).dueAt)).toEqual(new Date(uzt(due)));
});

test('S0.7.2 POL: with early closing on the eve of a holiday an hour is lost', () => {
  const desk = tashkent({ shortenedDays: 'end-early' });

  const due = dueAfterHours(desk, uzt('2026-12-07 18:00'), 9);

  expect(new Date(due.dueAt)).toEqual(new Date(uzt('2026-12-09 19:00')));
});

test('S0.7.2 POL: a desk closed on holidays alone works on decree days', () => {
  const desk = tashkent({ closedOn: ['holiday'] });

  const due = dueAfterHours(desk, uzt('2026-05-27 12:00'), 9);

  expect(new Date(due.dueAt)).toEqual(new Date(uzt('2026-05-28 19:00')));
});

test.each([
  ['S2.1.2.1 POL: four hours over a weekend', '2026-11-20 16:00', '2026-11-23 11:00'],
  [
    'S2.2.1.1 POL: Saturday 1 November 2025 is a working day',
    '2025-10-31 17:00',
    '2025-11-01 12:00',
  ],
  ['from that Saturday over a moved day, a holiday', '2025-11-01 17:00', '2025-11-05 12:00'],
  ['Saturday 20 February 2027 is a working day', '2027-02-19 17:00', '2027-02-20 12:00'],
  [
    'from there over a moved Monday and the holiday of 23 February',
    '2027-02-20 17:00',
    '2027-02-24 12:00',
  ],
  ['9 January 2026 is a day off moved from a Saturday', '2025-12-30 17:00', '2026-01-12 12:00'],
  ['11 May 2026 is off for 9 May on a Saturday', '2026-05-08 17:00', '2026-05-12 12:00'],
  ['31 December 2026 is a moved day off', '2026-12-30 16:30', '2027-01-11 11:30'],
  ['30 December 2025 is a whole day', '2025-12-30 13:00', '2025-12-30 17:00'],
  ['5 November 2027 is off too', '2027-11-03 17:00', '2027-11-08 12:00'],
])('four working hours in Moscow, %s', (_case, received, due) => {
  expect(new Date(dueAfterHours(moscow(), msk(received), 4).dueAt)).toEqual(new Date(msk(due)));
});

test.each([
  [
    'S2.2.1.1 POL: a desk that ignores working weekends',
    { workingWeekends: 'ignore' },
    '2025-10-31 17:00',
    '2025-11-05 12:00',
  ],
  [
    'early closing on the working Saturday before a holiday',
    { shortenedDays: 'end-early' },
    '2027-02-20 16:30',
    '2027-02-24 12:30',
  ],
  [
    'the same Saturday with its published hours',
    { shortenedDays: 'ignore' },
    '2027-02-20 16:30',
    '2027-02-24 11:30',
  ],
] as const)('four working hours in Moscow, %s', (_case, options, received, due) => {
  expect(new Date(dueAfterHours(moscow(options), msk(received), 4).dueAt)).toEqual(
    new Date(msk(due)),
  );
});

test.each([
  [
    'S3.2.1.1 POL: published hours stand on a shortened day',
    { coverage: 'primaryOnly' },
    '2026-11-03 15:00',
    '2026-11-05 10:00',
  ],
  [
    'S3.2.1.1 POL: early closing on a shortened day',
    { coverage: 'primaryOnly', shortenedDays: 'end-early' },
    '2026-11-03 15:00',
    '2026-11-05 11:00',
  ],
  [
    'S3.2.1.2 POL: the head office alone',
    { coverage: 'primaryOnly' },
    '2026-11-20 17:00',
    '2026-11-23 12:00',
  ],
  ['S3.2.1.3 POL: both offices are one desk', {}, '2026-11-20 17:00', '2026-11-23 07:00'],
  [
    'S3.2.2.2 POL: 9–13 is counted once where both are open',
    {},
    '2026-11-20 08:00',
    '2026-11-20 12:00',
  ],
  [
    'both close an hour early, each by itself',
    { shortenedDays: 'end-early' },
    '2026-11-03 15:00',
    '2026-11-05 06:00',
  ],
] as const)('four working hours of two offices, %s', (_case, options, received, due) => {
  expect(new Date(dueAfterHours(twoOffices(options), msk(received), 4).dueAt)).toEqual(
    new Date(msk(due)),
  );
});

test('S3.2.1.3 POL: the branch by itself', () => {
  const branch = twoOffices().offices.find(({ id }) => id === 'novosibirsk');

  const due = branch?.schedule.add(msk('2026-11-20 17:00'), 4 * hourMs).earliest ?? 0;

  expect(new Date(due)).toEqual(new Date(msk('2026-11-23 08:00')));
});

// One working day by each reading, at the moments of arrival that tell them apart.
test.each([
  ['clamped', 'Tuesday noon', '2026-11-17 12:00', '2026-11-18 12:00'],
  ['clamped', 'Tuesday night', '2026-11-17 20:00', '2026-11-18 19:00'],
  ['clamped', 'Wednesday before opening', '2026-11-18 08:00', '2026-11-18 19:00'],
  ['clamped', 'Sunday', '2026-11-22 12:00', '2026-11-23 19:00'],
  ['clamped', 'Saturday noon', '2026-11-21 12:00', '2026-11-23 12:00'],
  ['sameClockRoll', 'Tuesday noon', '2026-11-17 12:00', '2026-11-18 12:00'],
  ['sameClockRoll', 'Tuesday night', '2026-11-17 20:00', '2026-11-19 10:00'],
  ['sameClockRoll', 'Wednesday before opening', '2026-11-18 08:00', '2026-11-19 10:00'],
  ['sameClockRoll', 'Sunday', '2026-11-22 12:00', '2026-11-23 12:00'],
  ['endOfDay', 'Tuesday noon', '2026-11-17 12:00', '2026-11-18 19:00'],
  ['endOfDay', 'Tuesday night', '2026-11-17 20:00', '2026-11-18 19:00'],
  ['endOfDay', 'Wednesday before opening', '2026-11-18 08:00', '2026-11-19 19:00'],
  ['endOfDay', 'Sunday', '2026-11-22 12:00', '2026-11-23 19:00'],
  ['businessHours', 'Tuesday noon', '2026-11-17 12:00', '2026-11-18 12:00'],
  ['businessHours', 'Tuesday night', '2026-11-17 20:00', '2026-11-18 19:00'],
  ['businessHours', 'Wednesday before opening', '2026-11-18 08:00', '2026-11-18 19:00'],
  ['businessHours', 'Sunday', '2026-11-22 12:00', '2026-11-23 19:00'],
] as const)(
  'S0.9.1 POL: one working day, %s, received %s',
  (reading, _when, received, expected) => {
    const desk = tashkent();
    const hoursPerDay = reading === 'businessHours' ? 9 : undefined;

    const due = dueBy(desk, { receivedAt: uzt(received), target: oneDay, reading, hoursPerDay });

    expect(new Date(due.dueAt)).toEqual(new Date(uzt(expected)));
    expect(isBreached(desk, uzt(expected) - 60_000, due)).toBe(false);
    expect(isBreached(desk, uzt(expected), due)).toBe(false);
    // hours that end at a closing are broken only once working time goes on
    const late = hoursPerDay ? desk.schedule.nextOpen(uzt(expected)) : uzt(expected);
    expect(isBreached(desk, late + 60_000, due)).toBe(true);
  },
);

test('a day of hours has to say how many', () => {
  const question = { receivedAt: 0, target: oneDay, reading: 'businessHours' } as const;

  expect(() => dueBy(tashkent(), question)).toThrow(RangeError);
});

test('a target of hours that ends at a closing is kept until the next opening', () => {
  const desk = tashkent();
  const due = dueAfterHours(desk, uzt('2026-11-21 10:00'), 9);

  expect(new Date(due.dueAt)).toEqual(new Date(uzt('2026-11-21 19:00')));
  expect(isBreached(desk, uzt('2026-11-23 10:00'), due)).toBe(false);
  expect(isBreached(desk, uzt('2026-11-23 10:01'), due)).toBe(true);
});

test.each([
  ['at the receipt', '2026-11-21 18:30', 9 * hourMs],
  ['over Sunday', '2026-11-22 15:00', 8.5 * hourMs],
  ['an hour before', '2026-11-23 17:30', hourMs],
  ['at the due instant', '2026-11-23 18:30', 0],
  ['a night later', '2026-11-24 10:30', -hourMs],
])('working time that remains: %s', (_case, now, left) => {
  const desk = tashkent();
  const due = dueAfterHours(desk, uzt('2026-11-21 18:30'), 9);

  expect(remaining(desk, uzt(now), due)).toBe(left);
});

test.each([
  ['two final years', tashkent(), uzt('2025-12-30 12:00'), false, 'uz-six-day 2025–2026'],
  ['a day of 2026', tashkent(), uzt('2026-12-28 12:00'), false, 'uz-six-day 2026'],
  ['into the provisional 2027', tashkent(), uzt('2026-12-30 12:00'), true, 'uz-six-day 2026–2027'],
  [
    'from one final Russian year to the next',
    moscow(),
    msk('2026-12-30 12:00'),
    false,
    'ru-production 2026–2027',
  ],
  [
    'into a year without a calendar',
    moscow(),
    msk('2027-12-30 12:00'),
    true,
    'ru-production 2027–2028',
  ],
])('a promise says what it was counted by: %s', (_case, desk, receivedAt, estimated, calendar) => {
  const due = dueBy(desk, { receivedAt, target: oneDay, reading: 'clamped' });

  expect(due).toMatchObject({ estimated, refused: false });
  expect(calendarOf(desk, due)).toBe(calendar);
});

test('a promise that ends with the last minute of a final year has not touched the next', () => {
  const desk = lateDesk({ closedOn: [] });

  const due = dueAfterHours(desk, uzt('2026-12-31 23:00'), 1);

  expect(new Date(due.dueAt)).toEqual(new Date(uzt('2027-01-01 00:00')));
  expect([due.estimated, calendarOf(desk, due)]).toEqual([false, 'uz-six-day 2026']);
});

test('one working day at the end of 2026 in Tashkent is Saturday 2 January, as far as is known', () => {
  const receivedAt = uzt('2026-12-30 12:00');

  const due = dueBy(tashkent(), { receivedAt, target: oneDay, reading: 'clamped' });

  expect(new Date(due.dueAt)).toEqual(new Date(uzt('2027-01-02 12:00')));
});

test('a missing year is never a year without holidays', () => {
  const receivedAt = msk('2027-12-30 12:00');

  const due = dueBy(moscow(), { receivedAt, target: oneDay, reading: 'clamped' });

  expect(new Date(due.dueAt)).toEqual(new Date(msk('2028-01-10 12:00')));
});

test('a policy may refuse to promise by a missing year', () => {
  const desk = moscow({ missingYear: 'refuse' });

  const due = dueBy(desk, {
    receivedAt: msk('2027-12-30 12:00'),
    target: oneDay,
    reading: 'clamped',
  });

  expect(due.refused).toBe(true);
  expect(presentPromise(desk, promised('9', due))).toMatchObject({
    dueAt: null,
    startsAt: null,
    unstated: 'term_not_stated',
    calendar: 'ru-production 2027–2028',
    segments: [],
  });
});

test('the wire carries target, start, due instant and every segment', () => {
  const due = dueAfterHours(tashkent(), uzt('2026-11-21 20:00'), 0.5);

  const wire = firstResponsePromise.parse(presentPromise(tashkent(), promised('9', due)));

  expect(wire).toEqual({
    clause: '9',
    target: { value: 0.5, unit: 'businessHour' },
    estimated: false,
    calendar: 'uz-six-day 2026',
    startsAt: '2026-11-23T05:00:00.000Z',
    dueAt: '2026-11-23T05:30:00.000Z',
    segments: [
      {
        from: '2026-11-21T15:00:00.000Z',
        to: '2026-11-21T19:00:00.000Z',
        kind: 'closed',
        reason: 'outside_hours',
      },
      {
        from: '2026-11-21T19:00:00.000Z',
        to: '2026-11-22T19:00:00.000Z',
        kind: 'closed',
        reason: 'day_off',
      },
      {
        from: '2026-11-22T19:00:00.000Z',
        to: '2026-11-23T05:00:00.000Z',
        kind: 'closed',
        reason: 'outside_hours',
      },
      { from: '2026-11-23T05:00:00.000Z', to: '2026-11-23T05:30:00.000Z', kind: 'open' },
    ],
  });
});
