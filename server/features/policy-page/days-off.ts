import type { DeskCalendar, DeskHours, WhyClosed } from '#server/policy/calendar/desk-hours.ts';
import { localDay } from '#server/policy/calendar/desk-hours.ts';
import {
  dateText,
  dayMs,
  type LocalDay,
  weekdayOf,
  yearOf,
} from '#server/policy/time/local-date.ts';

/**
 * Days in a row on which the desk would be open by its week but is closed by the calendar; why the
 * first of them is closed.
 */
export interface DaysOff extends WhyClosed {
  readonly from: LocalDay;
  /** The last one, included. */
  readonly to: LocalDay;
  /** What they are about: their first holiday, where one is among them. */
  readonly occasion: WhyClosed;
  /** The calendar of the year is not final. */
  readonly estimated: boolean;
}

const lookAheadDays = 366;

/** From today on, today included; weekends between two such days belong to them. */
export function daysOff(desk: DeskCalendar, hours: DeskHours, now: number): DaysOff[] {
  const today = localDay(desk, now);
  const found: DaysOff[] = [];
  let joined = false;
  for (let day = today; day < today + lookAheadDays; day += 1) {
    const worked = hours.offices.some((office) => office.hours[weekdayOf(day)]?.length);
    const closed = desk.whyClosed(dateText(day));
    const byCalendar = closed.reason !== 'outside_hours' && closed.reason !== 'day_off';
    const last = found.at(-1);
    if (!byCalendar || !worked) {
      joined = joined && closed.reason !== 'outside_hours';
    } else if (joined && last) {
      const named = last.occasion.reason !== 'holiday' && closed.reason === 'holiday';
      const occasion = named ? closed : last.occasion;
      found[found.length - 1] = { ...last, to: day, occasion };
    } else {
      const estimated = desk.calendar.statusOf(yearOf(day)) !== 'final';
      found.push({ ...closed, from: day, to: day, occasion: closed, estimated });
      joined = true;
    }
  }
  return found;
}

/** A working day that ends before its hour, with the instant at which it does. */
export interface ShortDay {
  readonly day: LocalDay;
  /** Epoch milliseconds. */
  readonly closesAt: number;
}

/** The next one within a year; undefined where the desk keeps its hours on such days. */
export function nextShortDay(
  desk: DeskCalendar,
  hours: DeskHours,
  now: number,
): ShortDay | undefined {
  if (hours.shortenedDays === 'ignore') return undefined;
  const { periods, zone } = desk.schedule;
  const today = localDay(desk, now);
  for (let day = today; day < today + lookAheadDays; day += 1) {
    const special = desk.calendar.dayOn(day);
    if (special?.kind !== 'shortened' && !special?.shortened) continue;
    const end = periods(zone.toInstant(day * dayMs), zone.toInstant((day + 1) * dayMs)).at(-1);
    if (end) return { day, closesAt: end.end };
  }
  return undefined;
}
