import type { CalendarDay } from './calendar-year.ts';
import type { Calendar } from './calendar.ts';
import { dayOf } from '#server/policy/time/local-date.ts';

/** The days of a year that are not what their weekday is, in order, as they bind the calendar's week. */
export function specialDays(calendar: Calendar, year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let at = dayOf(`${year}-01-01`); at <= dayOf(`${year}-12-31`); at += 1) {
    const day = calendar.dayOn(at);
    if (!day) continue;
    const { weeks: _weeks, ...own } = day;
    days.push(own);
  }
  return days;
}
