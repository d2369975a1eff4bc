/** One day of clock time, milliseconds. Local days may last 23 to 25 hours; this is the nominal one. */
export const dayMs = 86_400_000;

/** Local dates inside the engine: whole days since 1970-01-01, so they add and compare as integers. */
export type LocalDay = number;

/** Weekday keys in the order of ISO 8601, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Undefined unless `date` is `YYYY-MM-DD` and such a day is in the Gregorian calendar. */
export function parseDate(date: string): LocalDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return undefined;
  return ms / dayMs;
}

/** @throws RangeError when `date` is not a Gregorian date `YYYY-MM-DD` */
export function dayOf(date: string): LocalDay {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}

/** `YYYY-MM-DD` of a day within the years 0000–9999. */
export const dateText = (day: LocalDay): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday; index into `weekdays`. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: LocalDay): number => (((day + 3) % 7) + 7) % 7;

/** Key of the day's weekday. */
export function weekdayOf(day: LocalDay): Weekday {
  return weekdays[weekdayIndex(day)] ?? 'mon';
}

/** The Gregorian year of a day. */
export const yearOf = (day: LocalDay): number => new Date(day * dayMs).getUTCFullYear();
