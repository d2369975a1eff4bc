import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursBudget } from '#server/policy/life/hours-budget.ts';
import { hoursMonth } from '#server/policy/life/hours-month.ts';
import type { Policy } from '#server/policy/packs.ts';
import { zoneOf } from '#server/policy/time/zone.ts';
import { policyOf } from '#test/support/policies.ts';

const inZone = (timezone: string): Policy => ({
  ...policyOf('jokercrm'),
  zone: zoneOf(timezone),
});

/** The calendar's day and hour in a zone, by Intl and nothing else. */
function wall(timezone: string, at: number) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    seconds: of('hour') * 3600 + of('minute') * 60 + of('second'),
  };
}

/** The month that a person would say it is, as a count of months: from a day that each month has. */
function monthByHand(timezone: string, at: number, startDay: number): number {
  const { year, month, day } = wall(timezone, at);
  const first = Math.min(startDay, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return year * 12 + month - (day < first ? 1 : 0);
}

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Tashkent',
  'Europe/Moscow',
  'Pacific/Auckland',
];
const instant = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2029, 0, 1) });

describe.each(zones)('months of a contract in %s', (timezone) => {
  const policy = inZone(timezone);

  test('are what a calendar on the wall says, at any instant and at their borders', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 31 }), (at, startDay) => {
        const { from, until } = hoursMonth(policy, at, startDay);
        const month = monthByHand(timezone, at, startDay);

        expect(from <= at && at < until).toBe(true);
        expect(monthByHand(timezone, from, startDay)).toBe(month);
        expect(monthByHand(timezone, from - 1, startDay)).toBe(month - 1);
        expect(monthByHand(timezone, until - 1, startDay)).toBe(month);
        expect(monthByHand(timezone, until, startDay)).toBe(month + 1);
      }),
      { numRuns: 300 },
    );
  });

  test('follow one another without a gap, and every instant of one is in the same', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 31 }), (at, startDay) => {
        const month = hoursMonth(policy, at, startDay);

        expect(hoursMonth(policy, month.from, startDay)).toEqual(month);
        expect(hoursMonth(policy, month.until - 1, startDay)).toEqual(month);
        expect(hoursMonth(policy, month.until, startDay).from).toBe(month.until);
        expect(hoursMonth(policy, month.from - 1, startDay).until).toBe(month.from);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  [
    'a contract of the 31st, in April',
    '2026-05-05T12:00Z',
    31,
    '2026-04-29T22:00Z',
    '2026-05-30T22:00Z',
  ],
  [
    'of the 31st, in a common February',
    '2026-03-01T12:00Z',
    31,
    '2026-02-27T23:00Z',
    '2026-03-30T22:00Z',
  ],
  [
    'of the 31st, in a leap February',
    '2028-02-29T12:00Z',
    31,
    '2028-02-28T23:00Z',
    '2028-03-30T22:00Z',
  ],
  ['of the 29th, on a leap day', '2028-02-29T00:00Z', 29, '2028-02-28T23:00Z', '2028-03-28T22:00Z'],
  ['over the end of a year', '2026-12-31T22:59Z', 15, '2026-12-14T23:00Z', '2027-01-14T23:00Z'],
  [
    'over the hour that is left out in March',
    '2026-03-29T01:30Z',
    1,
    '2026-02-28T23:00Z',
    '2026-03-31T22:00Z',
  ],
  [
    'over the hour that comes twice in October',
    '2026-10-25T00:30Z',
    1,
    '2026-09-30T22:00Z',
    '2026-10-31T23:00Z',
  ],
])('in Berlin: %s', (_case, at, startDay, from, until) => {
  expect(hoursMonth(inZone('Europe/Berlin'), Date.parse(at), startDay)).toEqual({
    from: Date.parse(from),
    until: Date.parse(until),
  });
});

test.each(zones)(
  'work at the borders of a month in %s counts in the month of its instant',
  (timezone) => {
    const policy = inZone(timezone);
    for (const at of [Date.UTC(2026, 2, 20), Date.UTC(2026, 9, 20), Date.UTC(2028, 1, 20)]) {
      const { from, until } = hoursMonth(policy, at, 1);
      const worked = (instantOf: number) => ({ at: instantOf, minutes: 60 });
      const used = (...instants: number[]) =>
        hoursBudget(policy, { plan: 'service', at, entries: instants.map(worked) })?.usedMinutes;

      expect(used(from, until - 1)).toBe(120);
      expect(used(from - 1, until)).toBe(0);
    }
  },
);
