import { z } from 'zod';
import { daysByRule } from './calendar-rule.ts';
import { type CalendarDay, type CalendarSource, appliesTo, calendarDay } from './calendar-year.ts';
import { type CalendarId, calendarIds, calendarParts, ruleShortenedByMinutes } from './calendar.ts';

/** What an iCalendar file says of one year of one calendar, as it is stored. */
export const importedYear = z.strictObject({
  calendar: z.enum(calendarIds),
  year: z.int().min(1900).max(9999),
  /** The days are the whole year, which then is final; else they lie over what is known of it. */
  complete: z.boolean(),
  days: z.array(calendarDay),
  /** Dates that an event cancels: they are what their weekday is. */
  ordinary: z.array(z.iso.date()),
});
export type ImportedYear = z.infer<typeof importedYear>;

/** An import as it is in force. */
export interface ImportInForce {
  readonly imported: ImportedYear;
  readonly revision: string;
}

/**
 * What is known of all years, each said by who comes first: a file that was put in the place of a
 * shipped one, an import, the shipped file; the rule of the law stands in for the rest.
 */
export function combineYears(
  shipped: readonly CalendarSource[],
  overrides: readonly CalendarSource[],
  imports: readonly ImportInForce[],
): CalendarSource[] {
  const overridden = (country: CalendarSource['country'], year: number) =>
    overrides.some((source) => source.country === country && source.year === year);
  const files = [
    ...shipped.filter(({ country, year }) => !overridden(country, year)),
    ...overrides,
  ];
  const imported = imports
    .filter(
      ({ imported: { calendar, year } }) => !overridden(calendarParts[calendar].country, year),
    )
    .map(({ imported, revision }) => ({ ...sourceWith(files, imported), revision }));
  return [...files, ...imported];
}

/** A year as an import makes it. @param files what is known without it */
export function sourceWith(
  files: readonly CalendarSource[],
  { calendar, year, complete, days, ordinary }: ImportedYear,
): CalendarSource {
  const { country, week } = calendarParts[calendar];
  const base = { country, year, week, shortenedByMinutes: ruleShortenedByMinutes };
  if (complete) return { ...base, status: 'final', days };
  const said = new Set([...days.map(({ date }) => date), ...ordinary]);
  const kept = daysKnown(files, calendar, year).filter(({ date }) => !said.has(date));
  return {
    ...base,
    status:
      files.find((file) => file.country === country && file.year === year)?.status ?? 'missing',
    days: [...kept, ...days].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** Days of a calendar's year as files or the rule of the law have them. */
export function daysKnown(
  files: readonly CalendarSource[],
  calendar: CalendarId,
  year: number,
): readonly CalendarDay[] {
  const { country, week } = calendarParts[calendar];
  const file = files.find((one) => one.country === country && one.year === year);
  return file ? file.days.filter((day) => appliesTo(day, week)) : daysByRule(country, week, year);
}
