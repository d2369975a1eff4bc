import { expect, test } from 'vitest';
import {
  checkCalendarFolder,
  shippedCalendars,
} from '#server/features/calendars/calendar-files.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import { findingLine } from '#server/policy/calendar/calendar-findings.ts';
import { calendarIds, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { dayOf } from '#server/policy/time/local-date.ts';

/** The day on which the sources of the shipped calendars were read last. */
const today = '2026-11-22';

test('S0.7.2 POL: the shipped calendars keep to law, decrees and norms, and reach far enough', async () => {
  const { years, findings } = await checkCalendarFolder(shippedCalendars);
  const coverage = calendarIds.flatMap((id) =>
    checkCoverage(resolveCalendar(years, id), dayOf(today)),
  );

  expect(findings.map(findingLine)).toEqual([]);
  expect(coverage.map(({ level, code, place }) => [level, code, place])).toEqual([
    ['warning', 'calendar.ends_soon', 'uz-six-day'],
    ['warning', 'calendar.ends_soon', 'uz-five-day'],
  ]);
});

test('every shipped calendar was read on one day, the one that coverage is judged by here', async () => {
  const { years } = await checkCalendarFolder(shippedCalendars);

  expect([...new Set(years.map(({ verifiedOn }) => verifiedOn))]).toEqual([today]);
});
