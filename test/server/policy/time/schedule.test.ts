import { expect, test } from 'vitest';
import { type ScheduleSpec, type WeekRanges } from '#server/policy/time/schedule-days.ts';
import { compileSchedule } from '#server/policy/time/schedule.ts';

const weekday = (...ranges: [string, string][]): WeekRanges => ({
  mon: ranges,
  tue: ranges,
  wed: ranges,
  thu: ranges,
  fri: ranges,
});
const everyDay = (...ranges: [string, string][]): WeekRanges => ({
  ...weekday(...ranges),
  sat: ranges,
  sun: ranges,
});
const utc = (hours: WeekRanges, rest: Partial<ScheduleSpec> = {}) =>
  compileSchedule({ timezone: 'UTC', hours, ...rest });
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
const text = (instant: number | undefined) =>
  instant === undefined
    ? undefined
    : new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
const hours = (count: number) => count * 3_600_000;
const nineToSix = weekday(['09:00', '18:00']);

// 2026-11-20 is a Friday.
test.each([
  ['nothing, when open', '2026-11-20 12:00', 0, '2026-11-20 12:00', '2026-11-20 12:00'],
  ['nothing, when closed', '2026-11-21 12:00', 0, '2026-11-21 12:00', '2026-11-23 09:00'],
  ['nothing, at closing', '2026-11-20 18:00', 0, '2026-11-20 18:00', '2026-11-23 09:00'],
  ['up to the closing', '2026-11-20 16:00', 2, '2026-11-20 18:00', '2026-11-23 09:00'],
  ['past the closing', '2026-11-20 16:00', 3, '2026-11-23 10:00', '2026-11-23 10:00'],
  ['a whole day from a Sunday', '2026-11-22 03:00', 9, '2026-11-23 18:00', '2026-11-24 09:00'],
])('add: %s', (_case, from, count, earliest, latest) => {
  const moment = utc(nineToSix).add(at(from), hours(count));

  expect([text(moment.earliest), text(moment.latest)]).toEqual([earliest, latest]);
});

test.each([
  ['nothing, when closed', '2026-11-21 12:00', 0, '2026-11-20 18:00', '2026-11-21 12:00'],
  ['nothing, at opening', '2026-11-23 09:00', 0, '2026-11-20 18:00', '2026-11-23 09:00'],
  ['back to the opening', '2026-11-23 11:00', 2, '2026-11-20 18:00', '2026-11-23 09:00'],
  ['over the weekend', '2026-11-23 11:00', 3, '2026-11-20 17:00', '2026-11-20 17:00'],
])('subtract: %s', (_case, from, count, earliest, latest) => {
  const moment = utc(nineToSix).subtract(at(from), hours(count));

  expect([text(moment.earliest), text(moment.latest)]).toEqual([earliest, latest]);
});

test.each([
  ['a week', '2026-11-16 00:00', '2026-11-23 00:00', 45],
  ['a closed Saturday', '2026-11-21 00:00', '2026-11-22 00:00', 0],
  ['backwards', '2026-11-23 10:00', '2026-11-20 17:00', -2],
  ['many years, beyond what was known', '2020-01-01 00:00', '2040-01-01 00:00', 5218 * 9],
])('between: %s', (_case, from, to, count) => {
  expect(utc(nineToSix).between(at(from), at(to))).toBe(hours(count));
});

test('an opening includes its start and not its end', () => {
  const schedule = utc(nineToSix);

  const asked = ['08:59', '09:00', '17:59', '18:00'].map((time) => at(`2026-11-20 ${time}`));

  expect(asked.map((one) => schedule.isOpen(one))).toEqual([false, true, true, false]);
  expect(schedule.isOpen(at('2026-11-20 18:00') - 1)).toBe(true);
});

test.each([
  [
    'hours that touch are one opening',
    { hours: everyDay(['09:00', '13:00'], ['13:00', '18:00']) },
    '2026-11-20 18:00',
  ],
  [
    'hours that overlap are one opening',
    { hours: everyDay(['09:00', '14:00'], ['13:00', '18:00']) },
    '2026-11-20 18:00',
  ],
  ['a night ends on the next day', { hours: everyDay(['22:00', '06:00']) }, '2026-11-20 06:00'],
  [
    '24:00 meets the next midnight',
    { hours: { fri: [['20:00', '24:00']], sat: [['00:00', '02:00']] } },
    '2026-11-21 02:00',
  ],
  [
    'a lunch break of every week',
    { hours: nineToSix, weeklyBreaks: { fri: [['13:00', '14:00']] } },
    '2026-11-20 13:00',
  ],
  [
    'a break of one date',
    { hours: nineToSix, breaks: { '2026-11-20': [['10:00', '11:30']] } },
    '2026-11-20 10:00',
  ],
  [
    'a shift replaces the hours',
    { hours: nineToSix, shifts: { '2026-11-20': [['07:00', '08:30']] } },
    '2026-11-20 08:30',
  ],
  ['an empty shift closes', { hours: nineToSix, shifts: { '2026-11-20': [] } }, '2026-11-23 18:00'],
  [
    'a holiday beats a shift',
    { hours: nineToSix, holidays: ['2026-11-20'], shifts: { '2026-11-20': [['07:00', '08:30']] } },
    '2026-11-23 18:00',
  ],
  [
    'the night before a holiday keeps its tail',
    { hours: everyDay(['22:00', '06:00']), holidays: ['2026-11-20'] },
    '2026-11-20 06:00',
  ],
  ['seconds count', { hours: { fri: [['09:00', '09:00:30']] } }, '2026-11-20 09:00'],
] as [string, Omit<ScheduleSpec, 'timezone'>, string][])(
  'next closing from Friday 04:00: %s',
  (_case, spec, closes) => {
    expect(text(utc(spec.hours, spec).nextClose(at('2026-11-20 04:00')))).toBe(closes);
  },
);

test('a desk that never closes has no closing, and every hour counts', () => {
  const schedule = utc(everyDay(['00:00', '24:00']));

  expect(schedule.nextClose(at('2026-11-20 04:00'))).toBeUndefined();
  expect(text(schedule.add(at('2026-11-20 04:00'), hours(10_000)).earliest)).toBe(
    '2028-01-10 20:00',
  );
  expect(schedule.periods(at('2026-11-20 04:00'), at('2027-11-20 04:00'))).toHaveLength(1);
});

test('whether an opening closes within 400 days does not depend on what was asked before', () => {
  const closedOnce = { holidays: ['2028-01-01'] };
  const asked = utc(everyDay(['00:00', '24:00']), closedOnce);
  asked.between(at('2026-01-01 00:00'), at('2029-01-01 00:00'));

  const closings = [asked, utc(everyDay(['00:00', '24:00']), closedOnce)].map((schedule) => [
    schedule.nextClose(at('2026-11-20 00:00')),
    text(schedule.nextClose(at('2026-11-28 00:00'))),
  ]);

  expect(closings).toEqual([
    [undefined, '2028-01-01 00:00'],
    [undefined, '2028-01-01 00:00'],
  ]);
});

test('periods are cut at both ends', () => {
  const periods = utc(nineToSix).periods(at('2026-11-20 10:00'), at('2026-11-23 12:00'));

  expect(periods.map(({ start, end }) => [text(start), text(end)])).toEqual([
    ['2026-11-20 10:00', '2026-11-20 18:00'],
    ['2026-11-23 09:00', '2026-11-23 12:00'],
  ]);
});

test.each([
  ['a gap of an hour shortens the night', '2026-03-07T23:00-05:00', '2026-03-08T07:00-04:00', 7],
  ['an overlap of an hour lengthens it', '2026-10-31T23:00-04:00', '2026-11-01T07:00-05:00', 9],
])('elapsed time in New York: %s', (_case, from, to, count) => {
  const schedule = compileSchedule({
    timezone: 'America/New_York',
    hours: everyDay(['00:00', '24:00']),
  });

  expect(schedule.between(Date.parse(from), Date.parse(to))).toBe(hours(count));
});

test('a date that the zone skipped is no business day', () => {
  const schedule = compileSchedule({
    timezone: 'Pacific/Apia',
    hours: everyDay(['09:00', '18:00']),
  });

  expect(schedule.isBusinessDay('2011-12-30')).toBe(false);
  expect(schedule.addBusinessDates('2011-12-29', 1)).toBe('2011-12-31');
  expect(schedule.addBusinessDates('2011-12-31', -1)).toBe('2011-12-29');
});

test('a break on a date that the zone skipped takes nothing from the date after', () => {
  const schedule = compileSchedule({
    timezone: 'Pacific/Apia',
    hours: everyDay(['09:00', '18:00']),
    weeklyBreaks: { fri: [['12:00', '13:00']] },
    breaks: { '2011-12-30': [['16:00', '18:00']] },
  });
  const [thursday, sunday] = ['2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'].map(Date.parse);

  expect(schedule.between(thursday ?? 0, sunday ?? 0)).toBe(hours(18));
  expect(schedule.addBusinessDays(Date.parse('2011-12-29T20:00:00Z'), 1, 'endOfDay')).toBe(
    Date.parse('2011-12-31T04:00:00Z'),
  );
});

test.each([
  ['forward over a weekend', '2026-11-20', 1, '2026-11-23'],
  ['from a Sunday', '2026-11-22', 2, '2026-11-24'],
  ['backward over a weekend', '2026-11-23', -1, '2026-11-20'],
  ['208 weeks on', '2026-11-20', 1040, '2030-11-15'],
  ['208 weeks back', '2030-11-15', -1040, '2026-11-20'],
])('business dates: %s', (_case, from, count, to) => {
  expect(utc(nineToSix).addBusinessDates(from, count)).toBe(to);
});

test('a day without anything but breaks is a business day that closes with the next', () => {
  const schedule = utc(nineToSix, { breaks: { '2026-11-20': [['08:00', '19:00']] } });

  expect(schedule.isBusinessDay('2026-11-20')).toBe(true);
  expect(text(schedule.addBusinessDays(at('2026-11-19 12:00'), 1, 'endOfDay'))).toBe(
    '2026-11-23 18:00',
  );
});

test.each([
  ['a length below zero', () => utc(nineToSix).add(0, -1)],
  ['a length without end', () => utc(nineToSix).add(0, Infinity)],
  ['an instant that is no number', () => utc(nineToSix).between(Number.NaN, 0)],
  ['a year beyond 2599', () => utc(nineToSix).between(0, Date.UTC(2600, 0, 1))],
  ['half a working day', () => utc(nineToSix).addBusinessDays(0, 0.5, 'clamped')],
  ['no business dates', () => utc(nineToSix).addBusinessDates('2026-11-20', 0)],
  ['a date that is not', () => utc(nineToSix).isBusinessDay('2026-02-30')],
  ['equal ends', () => utc(weekday(['09:00', '09:00']))],
  ['a clock past 24:00', () => utc(weekday(['09:00', '24:01']))],
  ['a zone that is not', () => compileSchedule({ timezone: 'Mars/Olympus', hours: nineToSix })],
  // what a program without types may say
  ['a weekday that is not', () => utc({ Mon: [['09:00', '18:00']] } as WeekRanges)],
  [
    'a range of dates that is not',
    () => utc(nineToSix).businessDaysBetween('2026-11-20', '2026-11-23', '()' as '[)'),
  ],
  ['hours that never come', () => utc({}).nextOpen(0)],
])('a fault of the caller throws: %s', (_case, ask) => {
  expect(ask).toThrow(RangeError);
});
