import {
  type CalendarDay,
  type CalendarYear,
  type Country,
  type WeekType,
  appliesTo,
} from './calendar-year.ts';
import { daysByRule } from './calendar-rule.ts';
import { type LocalDay, dayMs, dayOf, yearOf } from './local-date.ts';

/** The calendars a desk can name: a country's days as they bind one working week. */
export const calendarIds = ['ru-production', 'uz-six-day', 'uz-five-day'] as const;
export type CalendarId = (typeof calendarIds)[number];

const parts = {
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
  statusOf(year: number): CalendarYear['status'] | 'missing';
  /** How much shorter a shortened day is, milliseconds. */
  shortenedByMs(day: LocalDay): number;
}

const ruleShortenedByMinutes = 60;

/** @param years parsed files; those of other countries are passed over */
export function resolveCalendar(years: readonly CalendarYear[], id: CalendarId): Calendar {
  const { country, week } = parts[id];
  const files = new Map(
    years.filter((file) => file.country === country).map((file) => [file.year, file]),
  );
  const daysOfYear = new Map<number, ReadonlyMap<LocalDay, CalendarDay>>();

  const daysIn = (year: number): ReadonlyMap<LocalDay, CalendarDay> => {
    const known = daysOfYear.get(year);
    if (known) return known;
    const days =
      files.get(year)?.days.filter((day) => appliesTo(day, week)) ??
      daysByRule(country, week, year);
    const byDay = new Map(days.map((day) => [dayOf(day.date), day]));
    daysOfYear.set(year, byDay);
    return byDay;
  };

  return {
    id,
    coverage: coverageOf([...files.values()]),
    dayOn: (day) => daysIn(yearOf(day)).get(day),
    statusOf: (year) => files.get(year)?.status ?? 'missing',
    shortenedByMs: (day) =>
      (files.get(yearOf(day))?.shortenedByMinutes ?? ruleShortenedByMinutes) * 60_000,
  };
}

function coverageOf(files: readonly CalendarYear[]): Coverage {
  const years = new Map(files.map(({ year, status }) => [year, status]));
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
