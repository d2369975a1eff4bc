import { spelled } from '#shared/i18n/cyrillic.ts';
import {
  type CalendarDay,
  type CalendarSource,
  type Country,
  type WeekType,
  type YearStatus,
  appliesTo,
} from './calendar-year.ts';
import { daysByRule } from './calendar-rule.ts';
import { type LocalDay, dayMs, dayOf, yearOf } from '#server/policy/time/local-date.ts';

/** The calendars a desk can name: a country's days as they bind one working week. */
export const calendarIds = ['ru-production', 'uz-six-day', 'uz-five-day'] as const;
export type CalendarId = (typeof calendarIds)[number];

/** Whose days a calendar holds, and the working week it holds them for. */
export const calendarParts = {
  'ru-production': { country: 'RU', week: 'five' },
  'uz-six-day': { country: 'UZ', week: 'six' },
  'uz-five-day': { country: 'UZ', week: 'five' },
} as const satisfies Record<CalendarId, { country: Country; week: WeekType }>;

/** Last dates, `YYYY-MM-DD`, without a missing year before them; null where there is none. */
export interface Coverage {
  readonly finalUntil: string | null;
  /** Null also where nothing provisional follows the final years. */
  readonly provisionalUntil: string | null;
}

/** What each date is. A year without a file follows the rule of the law and counts as missing. */
export interface Calendar {
  readonly id: CalendarId;
  readonly coverage: Coverage;
  /** Undefined for a date that is what its weekday is. */
  dayOn(day: LocalDay): CalendarDay | undefined;
  statusOf(year: number): YearStatus;
  /** What was imported or put in the place of the shipped year; undefined for a shipped or missing one. */
  revisionOf(year: number): string | undefined;
  /** How much shorter a shortened day is, milliseconds. */
  shortenedByMs(day: LocalDay): number;
}

/** How much shorter a shortened day is by law, minutes. */
export const ruleShortenedByMinutes = 60;

/** @param years those of other countries and other working weeks are passed over */
export function resolveCalendar(years: readonly CalendarSource[], id: CalendarId): Calendar {
  const { country, week } = calendarParts[id];
  const own = years.filter((source) => source.country === country);
  const files = new Map(
    [
      ...own.filter((source) => source.week === undefined),
      ...own.filter((source) => source.week === week),
    ].map((source) => [source.year, source]),
  );
  const daysOfYear = new Map<number, ReadonlyMap<LocalDay, CalendarDay>>();

  const daysIn = (year: number): ReadonlyMap<LocalDay, CalendarDay> => {
    const known = daysOfYear.get(year);
    if (known) return known;
    const days =
      files.get(year)?.days.filter((day) => appliesTo(day, week)) ??
      daysByRule(country, week, year);
    const byDay = new Map(
      days.map((day) => [dayOf(day.date), day.name ? { ...day, name: spelled(day.name) } : day]),
    );
    daysOfYear.set(year, byDay);
    return byDay;
  };

  return {
    id,
    coverage: coverageOf([...files.values()]),
    dayOn: (day) => daysIn(yearOf(day)).get(day),
    statusOf: (year) => files.get(year)?.status ?? 'missing',
    revisionOf: (year) => files.get(year)?.revision,
    shortenedByMs: (day) =>
      (files.get(yearOf(day))?.shortenedByMinutes ?? ruleShortenedByMinutes) * 60_000,
  };
}

function coverageOf(files: readonly CalendarSource[]): Coverage {
  const stated = files.filter(({ status }) => status !== 'missing');
  const years = new Map(stated.map(({ year, status }) => [year, status]));
  let year = Math.min(...years.keys());
  while (years.get(year) === 'final') year += 1;
  const finalUntil = years.has(year - 1) ? `${year - 1}-12-31` : null;
  const firstProvisional = year;
  while (years.has(year)) year += 1;
  return { finalUntil, provisionalUntil: year > firstProvisional ? `${year - 1}-12-31` : null };
}

/** First date, `YYYY-MM-DD`, after the final years; the epoch where no year is final. */
export function firstNotFinal({ finalUntil }: Coverage): string {
  return new Date(finalUntil === null ? 0 : (dayOf(finalUntil) + 1) * dayMs)
    .toISOString()
    .slice(0, 10);
}
