import type { DeskCalendar, DeskHours, WhyClosed } from '#server/policy/calendar/desk-hours.ts';
import { localDay } from '#server/policy/calendar/desk-hours.ts';
import { dateText, type LocalDay, weekdayOf, yearOf } from '#server/policy/time/local-date.ts';

/** A day on which the desk would be open by its week but is closed by the calendar. */
export interface DayOff extends WhyClosed {
  readonly day: LocalDay;
  /** The calendar of its year is not final. */
  readonly estimated: boolean;
}

const lookAheadDays = 366;

/** The nearest one from today on, today included; undefined when there is none within a year. */
export function nextDayOff(desk: DeskCalendar, hours: DeskHours, now: number): DayOff | undefined {
  const today = localDay(desk, now);
  for (let day = today; day < today + lookAheadDays; day += 1) {
    const worked = hours.offices.some((office) => office.hours[weekdayOf(day)]?.length);
    const closed = desk.whyClosed(dateText(day));
    const byCalendar = closed.reason !== 'outside_hours' && closed.reason !== 'day_off';
    if (worked && byCalendar) {
      return { day, ...closed, estimated: desk.calendar.statusOf(yearOf(day)) !== 'final' };
    }
  }
  return undefined;
}
