import { longWeekday } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { dayMs, dayOf, weekdays } from '#server/policy/time/local-date.ts';
import type { WeekHours } from '#server/policy/calendar/office-hours.ts';

/** Weekdays in a row with the same hours: `Понедельник — суббота`, `10:00–19:00`. */
export interface HoursLine {
  readonly days: string;
  readonly hours: string;
}

const someMonday = dayOf('2024-01-01');

/** A regular week in words; closed weekdays are left out. */
export function regularHours(locale: Locale, week: WeekHours): HoursLine[] {
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    const hours = (week[weekday] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    const previous = groups.at(-1);
    if (previous?.hours === hours && previous.last === index - 1) previous.last = index;
    else if (hours !== '') groups.push({ first: index, last: index, hours });
  }
  const name = (index: number) => longWeekday(locale, 'UTC', (someMonday + index) * dayMs);
  return groups.map(({ first, last, hours }) => ({
    days: first === last ? name(first) : `${name(first)} — ${name(last)}`,
    hours,
  }));
}
