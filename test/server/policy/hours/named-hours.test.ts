import { expect, test } from 'vitest';
import type { DeskHours } from '#server/policy/calendar/desk-hours.ts';
import { answerHours } from '#server/policy/hours/answer-hours.ts';
import { hoursBook } from '#server/policy/hours/hours-book.ts';
import { namedHours } from '#server/policy/hours/named-hours.ts';
import { calendarYears, packFiles, policyOf } from '#test/support/policies.ts';

const vendors = [...new Set(packFiles.map((file) => file.split('.')[0] ?? ''))];
const deskOf = (vendor: string): DeskHours | 'not_stated' | undefined => {
  if (!vendors.includes(vendor)) return undefined;
  const { desk } = policyOf(vendor).pack;
  return 'offices' in desk ? desk : 'not_stated';
};
const book = hoursBook(namedHours(calendarYears, deskOf));
const put = (schedule: string, op: string, asked: object) =>
  answerHours(JSON.stringify({ schedule, op, in: asked }), book);

test.each([
  ['ru-production', 'a Wednesday that is a holiday', '2026-11-04', false],
  ['ru-production', 'a Saturday', '2026-11-21', false],
  ['ru-production', 'a Saturday that a decree made a working day', '2025-11-01', true],
  ['ru-production', 'the Monday it was moved from', '2025-11-03', false],
  ['uz-six-day', 'a Saturday', '2026-11-21', true],
  ['uz-five-day', 'a Saturday', '2026-11-21', false],
  ['uz-six-day', 'a Sunday', '2026-11-22', false],
  ['uz-six-day', 'Independence Day', '2026-09-01', false],
  ['uz-five-day', 'Independence Day', '2026-09-01', false],
  ['modme', 'a Saturday', '2026-11-21', true],
])('%s: %s', (name, _case, date, businessDay) => {
  expect(put(name, 'isBusinessDay', { date })).toEqual({ businessDay });
});

test.each([
  // Monday to Sunday, in Moscow without Wednesday the 4th, in Tashkent with Saturday or without
  ['ru-production', '2026-11-01T21:00:00Z', '2026-11-08T21:00:00Z', 4 * 24],
  ['uz-six-day', '2026-11-01T19:00:00Z', '2026-11-08T19:00:00Z', 6 * 24],
  ['uz-five-day', '2026-11-01T19:00:00Z', '2026-11-08T19:00:00Z', 5 * 24],
  // one Monday: 10–19 in Tashkent, 9–18 in Moscow, and 04–18 there with the branch in Novosibirsk
  ['modme', '2026-11-22T19:00:00Z', '2026-11-23T19:00:00Z', 9],
  ['jokercrm', '2026-11-22T21:00:00Z', '2026-11-23T21:00:00Z', 9],
  ['moidokumenty', '2026-11-22T21:00:00Z', '2026-11-23T21:00:00Z', 9],
  ['technokad', '2026-11-22T21:00:00Z', '2026-11-23T21:00:00Z', 14],
])('%s is open so many hours from %s to %s: %4$i', (name, from, to, hours) => {
  expect(put(name, 'between', { from, to })).toEqual({ seconds: hours * 3600 });
});

test('a regulation that states no hours, and a name that nobody has', () => {
  const asked = { at: '2026-11-23T09:00:00Z' };

  expect(put('didox24', 'isOpen', asked)).toEqual({ error: { code: 'hours.not_stated' } });
  expect(put('toString', 'isOpen', asked)).toEqual({ error: { code: 'hours.unknown_schedule' } });
});

test('days of a year that nobody has stated are estimated', () => {
  expect(put('ru-production', 'isOpen', { at: '2035-06-15T09:00:00Z' })).toEqual({
    open: true,
    estimated: true,
  });
  expect(put('uz-six-day', 'add', { at: '2025-03-01T09:00:00Z', seconds: 60 })).not.toHaveProperty(
    'estimated',
  );
});
