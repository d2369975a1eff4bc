import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import {
  datedMoment,
  monthAndYear,
  civilDate,
  dateAndTime,
  durationText,
  knownZone,
  longWeekday,
  nearMoment,
  ownZone,
  readersTime,
  sameDay,
  timeOfDay,
  weekdayAndTime,
} from '#shared/time.ts';

const tuesday = Date.parse('2026-11-24T05:00:00Z');
const tashkent = 'Asia/Tashkent';

test.each([
  ['ru', 'вт 10:00', 'вт, 24 ноября, 10:00', 'вторник', '25.11.2025', '2 ч 10 мин'],
  ['uz', 'se 10:00', '24-noyabr, se, 10:00', 'seshanba', '25.11.2025', '2 soat 10 daq'],
  ['en', 'Tue 10:00', 'Tue 24 November, 10:00', 'Tuesday', '25 Nov 2025', '2 h 10 min'],
] as const)('%s says moments, dates and durations', (locale, short, full, day, date, duration) => {
  expect(weekdayAndTime(locale, tashkent, tuesday)).toBe(short);
  expect(dateAndTime(locale, tashkent, tuesday)).toBe(full);
  expect(longWeekday(locale, tashkent, tuesday)).toBe(day);
  expect(civilDate(locale, '2025-11-25')).toBe(date);
  expect(durationText(locale, 7800)).toBe(duration);
});

test('Uzbek names every weekday and month in Latin letters', () => {
  const days = Array.from({ length: 7 }, (_, day) =>
    longWeekday('uz', 'UTC', Date.UTC(2026, 10, 23 + day)),
  );
  const dates = Array.from({ length: 12 }, (_, month) =>
    dateAndTime('uz', 'UTC', Date.UTC(2026, month, 5, 9)),
  );

  expect(days.join(' ')).toBe('dushanba seshanba chorshanba payshanba juma shanba yakshanba');
  expect(dates[0]).toBe('5-yanvar, du, 09:00');
  expect(dates[8]).toBe('5-sentabr, sha, 09:00');
  expect(dates[11]).toBe('5-dekabr, sha, 09:00');
});

test.each([
  ['the same day says only the time', '2026-11-24T14:00:00Z', '19:00'],
  ['six days ahead say the weekday', '2026-11-27T05:00:00Z', 'пт 10:00'],
  ['further away says the date', '2026-12-01T05:00:00Z', 'вт, 1 декабря, 10:00'],
])('a near moment: %s', (_case, at, said) => {
  expect(nearMoment('ru', tashkent, Date.parse(at), tuesday)).toBe(said);
});

test.each([
  ['another hour', 'Europe/Moscow', '2026-11-24T05:00:00Z', '08:00'],
  ['another weekday', 'America/New_York', '2026-11-24T21:00:00Z', 'вт 16:00'],
  ['the same clock under another name', 'Asia/Samarkand', '2026-11-24T05:00:00Z', undefined],
])("reader's time: %s", (_case, zone, at, said) => {
  expect(readersTime('ru', tashkent, zone, Date.parse(at))).toBe(said);
});

test.each([
  [-2400, '−40 мин'],
  [-30, '0 мин'],
  [0, '0 мин'],
  [3600, '1 ч'],
  [59, '0 мин'],
])('%d seconds of working time is %s', (seconds, said) => {
  expect(durationText('ru', seconds)).toBe(said);
});

test.each([
  ['ru', 'ноябрь 2026 г.', 'вт, 24 ноября 2026 г., 10:00'],
  ['uz', '2026-yil noyabr', '2026-yil 24-noyabr, se, 10:00'],
  ['en', 'November 2026', 'Tue 24 November 2026, 10:00'],
] as const)(
  '%s says the year of a month, and of an instant of another year',
  (locale, month, said) => {
    const at = Date.parse('2026-11-24T05:00:00Z');
    const told = (now: string) => datedMoment(locale, 'Asia/Tashkent', at, Date.parse(now));

    expect(monthAndYear(locale, '2026-11')).toBe(month);
    expect(told('2025-12-31T23:00:00Z')).toBe(dateAndTime(locale, 'Asia/Tashkent', at));
    expect(told('2027-01-01T00:00:00Z')).toBe(said);
  },
);

test('midnight is 00:00 and days are those of the zone', () => {
  const midnight = Date.parse('2026-11-23T19:00:00Z');

  expect(timeOfDay(tashkent, midnight)).toBe('00:00');
  expect(sameDay(tashkent, midnight, tuesday)).toBe(true);
  expect(sameDay('UTC', midnight, tuesday)).toBe(false);
});

test('a zone that the engine does not know falls back', () => {
  expect(knownZone('Mars/Olympus', tashkent)).toBe(tashkent);
  expect(knownZone('Europe/Moscow', tashkent)).toBe('Europe/Moscow');
});

test('engines with Temporal and those without say the same', () => {
  const zones = [tashkent, 'Europe/Moscow', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
  // two days and an hour apart, so that every weekday, month and hour comes up
  const instants = Array.from({ length: 400 }, (_, step) => tuesday + step * 49 * 3_600_000);
  const say = () =>
    (['ru', 'uz', 'uz-Cyrl', 'en'] as const).flatMap((locale) =>
      zones.flatMap((zone) => instants.map((at) => dateAndTime(locale, zone, at))),
    );
  const [byIntl, zone] = [say(), ownZone()];
  const asked = vi.spyOn(Temporal.Instant, 'fromEpochMilliseconds');
  vi.stubGlobal('Temporal', Temporal);
  const [byTemporal, sameZone] = [say(), ownZone()];
  vi.unstubAllGlobals();

  expect(asked).toHaveBeenCalled();
  expect(byTemporal).toEqual(byIntl);
  expect(sameZone).toBe(zone);
});

test('short weekdays are those of Intl', () => {
  for (const [locale, tag] of [
    ['ru', 'ru'],
    ['en', 'en-GB'],
  ] as const)
    for (let day = 23; day < 30; day += 1) {
      const at = Date.UTC(2026, 10, day);
      const said = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }).format(at);
      expect(weekdayAndTime(locale, 'UTC', at)).toBe(`${said} 00:00`);
    }
});
