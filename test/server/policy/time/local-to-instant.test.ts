import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateText } from '#server/policy/time/local-date.ts';
import { localToInstant } from '#server/policy/time/local-to-instant.ts';

/** With dates around which each changed its clock. */
const places = [
  ['Asia/Tashkent', '2026-11-20'],
  ['Europe/Moscow', '2014-10-26'],
  ['Asia/Novosibirsk', '2016-07-24'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/St_Johns', '2006-04-02'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Asia/Kathmandu', '1986-01-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kwajalein', '1993-08-21'],
] as const;

test.each(places)('%s: local times around %s agree with Temporal', (timezone, change) => {
  const middle = Date.parse(`${change}T00:00Z`) / 86_400_000;
  const day = fc.oneof(
    fc.integer({ min: middle - 2, max: middle + 2 }),
    fc.integer({ min: 0, max: 30_000 }),
  );
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 86_399 }), (date, second) => {
      const time = new Date(second * 1000).toISOString().slice(11, 19);
      const there = Temporal.PlainDateTime.from(`${dateText(date)}T${time}`);

      expect(localToInstant(timezone, dateText(date), time)).toBe(
        there.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds,
      );
    }),
    { numRuns: 400, seed: 13 },
  );
});

test.each([
  ['24:00 is the next midnight', 'Asia/Tashkent', '2026-11-20', '24:00', '2026-11-20T19:00Z'],
  ['a gap moves forward', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30Z'],
  ['an overlap takes the first', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
  ['a date that was skipped', 'Pacific/Apia', '2011-12-30', '09:00:30', '2011-12-30T19:00:30Z'],
])('%s', (_case, timezone, date, time, instant) => {
  expect(new Date(localToInstant(timezone, date, time))).toEqual(new Date(instant));
});

test.each([
  ['Mars/Olympus', '2026-11-20', '09:00'],
  ['UTC', '2026-02-30', '09:00'],
  ['UTC', '2026-11-20', '24:01'],
])('%s %s %s is none', (timezone, date, time) => {
  expect(() => localToInstant(timezone, date, time)).toThrow(RangeError);
});
