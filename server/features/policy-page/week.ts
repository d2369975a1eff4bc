import { type DeskCalendar, localDay, type WhyClosed } from '#server/policy/calendar/desk-hours.ts';
import { dateText, dayMs, type LocalDay, weekdayIndex } from '#server/policy/time/local-date.ts';

/** One day of the desk as it is worked in fact, holidays and moved days included. */
export interface DayOfWeek {
  readonly day: LocalDay;
  readonly today: boolean;
  /** Instants, epoch milliseconds, with their shares of the day by the wall clock, 0 to 1. */
  readonly openings: readonly Opening[];
  /** Why the rest of it is closed. */
  readonly closed: WhyClosed;
}

/** One stretch of a day in which the desk is open. */
export interface Opening {
  readonly from: number;
  readonly to: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Monday to Sunday around `now`, in the desk's zone. */
export function weekOf(desk: DeskCalendar, now: number): DayOfWeek[] {
  const { periods, zone } = desk.schedule;
  const today = localDay(desk, now);
  const monday = today - weekdayIndex(today);
  return Array.from({ length: 7 }, (_, index) => {
    const day = monday + index;
    const found = periods(zone.toInstant(day * dayMs), zone.toInstant((day + 1) * dayMs));
    const shareOf = (at: number) => (zone.toLocal(at) - day * dayMs) / dayMs;
    return {
      day,
      today: day === today,
      openings: found.map(({ start, end }) => ({
        from: start,
        to: end,
        startsAt: shareOf(start),
        endsAt: shareOf(end),
      })),
      closed: desk.whyClosed(dateText(day)),
    };
  });
}

/** `10:00`; the end of a day is `24:00`. @param share of a day, 0 to 1 */
export function clockOf(share: number): string {
  const minutes = Math.round(share * 24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
