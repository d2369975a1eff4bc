import { civilDate, timeOfDay, weekday } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { dateText, dayMs, dayOf } from '#server/policy/time/local-date.ts';
import type { Zone } from '#server/policy/time/zone.ts';

/** What dates and times are said in. */
export interface DateContext {
  readonly locale: Locale;
  /** Every moment is said in the vendor's zone. */
  readonly zone: Zone;
  /** `2026`: a date of another year says its year. */
  readonly year: string;
}

/** `вт 24.11` · `se 24.11` · `Tue 24 Nov`, and the year where it is another one. */
export function dateWords({ locale, year }: DateContext, date: string): string {
  const day = weekday(locale, 'UTC', Date.parse(`${date}T00:00:00Z`));
  const full = civilDate(locale, date);
  const short = date.startsWith(`${year}-`) ? full.replace(/[. ]\d{4}$/, '') : full;
  return `${day} ${short}`;
}

/** `вт 24.11 10:00`. */
export const momentWords = (context: DateContext, at: number): string =>
  `${dateWords(context, dateOf(context.zone, at))} ${timeOfDay(context.zone.timezone, at)}`;

/** `10:00–19:00`; the end of a day is `24:00`, an end on a later day names it. */
export function openingWords(context: DateContext, from: number, to: number): string {
  const { zone } = context;
  const start = timeOfDay(zone.timezone, from);
  const lastDay = dateOf(zone, to - 1);
  if (lastDay !== dateOf(zone, from)) return `${start} – ${momentWords(context, to)}`;
  return `${start}–${dateOf(zone, to) === lastDay ? timeOfDay(zone.timezone, to) : '24:00'}`;
}

/** Dates in order, three and more in a row as a stretch: `вт 24.11 – сб 28.11, пн 30.11`. */
export function datesWords(context: DateContext, dates: readonly string[]): string {
  const runs: string[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && dayOf(run.at(-1) ?? '') === dayOf(date) - 1) run.push(date);
    else runs.push([date]);
  }
  return runs
    .flatMap((run) =>
      run.length > 2 ? [stretchWords(context, run)] : run.map((one) => dateWords(context, one)),
    )
    .join(', ');
}

const stretchWords = (context: DateContext, run: readonly string[]): string =>
  [run.at(0), run.at(-1)].map((date = '') => dateWords(context, date)).join(' – ');

const dateOf = (zone: Zone, at: number): string => dateText(Math.floor(zone.toLocal(at) / dayMs));
