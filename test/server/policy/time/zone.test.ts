import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { zoneOf } from '#server/policy/time/zone.ts';

const timezones = [
  'UTC',
  'Asia/Tashkent',
  'Europe/Moscow',
  'Asia/Novosibirsk',
  'Asia/Almaty',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Gaza',
  'Pacific/Apia',
  'Pacific/Kwajalein',
] as const;

const from = Date.UTC(1970, 0, 1);
const until = Date.UTC(2040, 0, 1);
const weekMs = 7 * 86_400_000;
const twoHoursMs = 7_200_000;

/** Instants of a zone's changes, asked of Temporal once; most questions are put near one of them. */
const jumps = new Map(
  timezones.map((timezone) => {
    const found: number[] = [];
    let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timezone);
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (!next || next.epochMilliseconds > until) break;
      found.push(next.epochMilliseconds);
      at = next;
    }
    return [timezone, found] as const;
  }),
);

const anywhere = fc.integer({ min: from, max: until });
const instant = (timezone: (typeof timezones)[number]) => {
  const known = jumps.get(timezone) ?? [];
  if (known.length === 0) return anywhere;
  const away = fc.oneof(
    fc.integer({ min: -weekMs, max: weekMs }),
    fc.integer({ min: -twoHoursMs, max: twoHoursMs }),
    fc.constantFrom(-1, 0, 1),
  );
  const near = fc.tuple(fc.constantFrom(...known), away).map(([jump, ms]) => jump + ms);
  return fc.oneof(anywhere, near, near);
};

test.each(timezones)('%s: wall clock and instants agree with Temporal', (timezone) => {
  const zone = zoneOf(timezone);
  fc.assert(
    fc.property(instant(timezone), (at) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
      expect(zone.offsetAt(at)).toBe(there.offsetNanoseconds / 1_000_000);

      for (const local of [at, zone.toLocal(at)]) {
        const wall = new Date(local).toISOString().slice(0, -1);
        const back = Temporal.PlainDateTime.from(wall).toZonedDateTime(timezone);
        expect(zone.toInstant(local), wall).toBe(back.epochMilliseconds);
      }
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test.each([
  [
    'a gap moves forward by its length',
    'America/New_York',
    '2026-03-08T02:30',
    '2026-03-08T07:30Z',
  ],
  ['an overlap takes the first', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30Z'],
  ['a midnight that is skipped', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00Z'],
  ['a date that was skipped', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00Z'],
  ['half an hour of summer time', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45Z'],
  ['a change without summer time', 'Asia/Novosibirsk', '2016-07-24T02:30', '2016-07-23T20:30Z'],
])('local time to instant: %s', (_case, timezone, wall, at) => {
  const instantThere = zoneOf(timezone).toInstant(Date.parse(`${wall}Z`));

  expect(new Date(instantThere)).toEqual(new Date(at));
});

test('a zone that is not in the database is refused', () => {
  expect(() => zoneOf('Asia/Toshkent')).toThrow(RangeError);
});
