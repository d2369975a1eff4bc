import { fail, type Result, succeed } from '#shared/result.ts';
import type { CalendarId } from '#server/policy/calendar/calendar.ts';
import {
  type DeskCalendar,
  type DeskHours,
  compileDesk,
  deskHours,
} from '#server/policy/calendar/desk-hours.ts';
import type { Hours, NamedHours } from './hours-book.ts';
import type { HoursError } from './hours-question.ts';
import { dayMs, weekdays, yearOf } from '#server/policy/time/local-date.ts';

type CalendarYears = Parameters<typeof compileDesk>[1];

/** What a vendor's regulation says of its desk's hours; undefined where there is no such vendor. */
export type DeskOfVendor = (vendor: string) => DeskHours | 'not_stated' | undefined;

const calendars = {
  'ru-production': { timezone: 'Europe/Moscow', daysAWeek: 5 },
  'uz-six-day': { timezone: 'Asia/Tashkent', daysAWeek: 6 },
  'uz-five-day': { timezone: 'Asia/Tashkent', daysAWeek: 5 },
} as const satisfies Record<CalendarId, { timezone: string; daysAWeek: number }>;

/**
 * Working time by name. A calendar alone is open from 00:00 to 24:00 of its working days, weekends
 * that a decree made working days among them; a vendor's is its desk's.
 *
 * @param years calendars of any country
 */
export const namedHours =
  (years: CalendarYears, deskOf: DeskOfVendor): NamedHours =>
  (name) => {
    const desk = isCalendar(name) ? bareDesk(name) : deskOf(name);
    if (desk === undefined) return fail('hours.unknown_schedule');
    return desk === 'not_stated' ? fail('hours.not_stated') : compiled(desk, years);
  };

const isCalendar = (name: string): name is CalendarId => Object.hasOwn(calendars, name);

function bareDesk(id: CalendarId): DeskHours {
  const { timezone, daysAWeek } = calendars[id];
  const hours = Object.fromEntries(
    weekdays.slice(0, daysAWeek).map((day) => [day, [['00:00', '24:00']]]),
  );
  return deskHours.parse({
    timezone,
    calendar: id,
    clause: id,
    offices: [{ id, name: { ru: id, uz: id, en: id }, hours, clause: id }],
  });
}

function compiled(desk: DeskHours, years: CalendarYears): Result<Hours, HoursError> {
  const compiledDesk = compileDesk(desk, years);
  return succeed({
    schedule: compiledDesk.schedule,
    isEstimated: (from, to) => isEstimated(compiledDesk, from, to),
  });
}

function isEstimated({ calendar, schedule }: DeskCalendar, from: number, to: number): boolean {
  const yearAt = (at: number) => yearOf(Math.floor(schedule.zone.toLocal(at) / dayMs));
  for (let year = yearAt(from); year <= yearAt(to); year += 1) {
    if (calendar.statusOf(year) !== 'final') return true;
  }
  return false;
}
