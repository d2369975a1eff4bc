import type { Language } from '#shared/vocabulary.ts';
import { dayAndMonth, sameDay, timeOfDay, weekdayAndTime } from '#shared/time.ts';

const sixDaysMs = 6 * 86_400_000;

/** `вт 10:00` while a weekday says which day is meant, then `17 ноября, 14:20`. */
export function weekdayMoment(locale: Language, zone: string, at: number, now: number): string {
  if (Math.abs(at - now) < sixDaysMs) return weekdayAndTime(locale, zone, at);
  return `${dayAndMonth(locale, zone, at)}, ${timeOfDay(zone, at)}`;
}

/** The same, but `10:12` for today: for a list, where most are of today. */
export function briefMoment(locale: Language, zone: string, at: number, now: number): string {
  return sameDay(zone, at, now) ? timeOfDay(zone, at) : weekdayMoment(locale, zone, at, now);
}
