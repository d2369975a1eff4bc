import type { Locale } from '#shared/vocabulary.ts';
import { civilDate, dayAndMonth, longWeekday, sameDay, weekdayAndTime } from '#shared/time.ts';
import type { FirstResponsePromise, Segment } from '#shared/wire/decision.ts';
import type { Words } from '#widget/words.ts';

/** What the explanation needs beside the promise. */
export interface ExplainContext {
  readonly zone: string;
  readonly receivedAt: number;
  /** Date of the edition, ISO; null where the text carries none. */
  readonly editionDate: string | null;
  readonly editionId: string;
}

/** A weekday and its hour stay in one line. */
const momentText = (...when: Parameters<typeof weekdayAndTime>): string =>
  weekdayAndTime(...when).replace(' ', '\u00a0');

const startsWithDate = /(\d{4}-\d{2}-\d{2})$/;
const reasonKeys = {
  holiday: 'explain.holiday',
  day_off: 'explain.dayOff',
  transferred: 'explain.transferred',
  additional: 'explain.additional',
} as const;

/** Days in a row that are closed for one reason. */
interface ClosedRun {
  readonly key: (typeof reasonKeys)[keyof typeof reasonKeys];
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Days off a stretch, those in a row for one reason together; a night between two days is none. */
function closedRuns(locale: Locale, zone: string, segments: readonly Segment[]): ClosedRun[] {
  const runs: ClosedRun[] = [];
  let unbroken = false;
  for (const { from, kind, reason, name } of segments) {
    const at = Date.parse(from);
    const run = runs.at(-1);
    const off = kind === 'closed' && reason !== undefined && reason !== 'outside_hours';
    if (off && !(run && sameDay(zone, run.last, at))) {
      const key = name ? 'explain.holiday' : reasonKeys[reason];
      const known = name?.[locale] ?? name?.uz ?? '';
      const same = unbroken && run?.key === key && run.name === known;
      if (run && same) runs[runs.length - 1] = { ...run, last: at, count: run.count + 1 };
      else runs.push({ key, name: known, first: at, last: at, count: 1 });
    }
    unbroken = off;
  }
  return runs;
}

/** Closed days with why: `воскресенье, 22 ноября — выходной`, `1 января – 8 января — Новый год`. */
function closedDays({ locale, t }: Words, zone: string, segments: readonly Segment[]): string[] {
  return closedRuns(locale, zone, segments).map(({ key, name, first, last, count }) => {
    const date = dayAndMonth(locale, zone, first);
    const day =
      count > 1
        ? `${date} – ${dayAndMonth(locale, zone, last)}`
        : `${longWeekday(locale, zone, first)}, ${date}`;
    return t(key, { day, name, count });
  });
}

const calendarNames = {
  'uz-five-day': 'explain.calendars.uzFive',
  'uz-six-day': 'explain.calendars.uzSix',
  'ru-production': 'explain.calendars.ru',
} as const;

/** `uz-six-day 2026` in words; a calendar of an unknown kind keeps its id. */
function calendarName({ t }: Words, id: string): string {
  const [kind = '', ...years] = id.split(' ');
  const key = calendarNames[kind as keyof typeof calendarNames];
  return key ? [t(key), ...years].join(', ') : id;
}

function targetSentence({ t }: Words, target: FirstResponsePromise['target']): string[] {
  if (!target) return [];
  const key = ({ businessDay: 'days', businessHour: 'hours', businessMinute: 'minutes' } as const)[
    target.unit
  ];
  return [t(`explain.${key}`, { count: target.value })];
}

/** How days are read: what came before the opening counts to a closing, not to its own hour. */
function readingSentence(
  { locale, t }: Words,
  { reading, target, dueAt }: FirstResponsePromise,
  zone: string,
  early: boolean,
): string[] {
  if (!reading || !dueAt) return [];
  if (reading !== 'clamped' || !early) return [t(`explain.reading.${reading}`)];
  const due = momentText(locale, zone, Date.parse(dueAt));
  return [t('explain.reading.wholeDays', { due, count: target?.value ?? 1 })];
}

/**
 * How a due instant came about, as one paragraph: where the term starts and why, what was not
 * counted, the reading of the term, edition, calendar. Empty where no instant is due.
 */
export function explainPromise(
  words: Words,
  promise: FirstResponsePromise,
  { zone, receivedAt, editionDate, editionId }: ExplainContext,
): string {
  const { locale, t } = words;
  if (!promise.dueAt || !promise.startsAt) return '';
  const startsAt = Date.parse(promise.startsAt);
  const start = momentText(locale, zone, startsAt);
  const before = promise.segments.filter(({ from }) => Date.parse(from) < startsAt);
  const after = promise.segments.filter(({ from }) => Date.parse(from) >= startsAt);
  const daysBefore = closedDays(words, zone, before);
  const daysAfter = closedDays(words, zone, after);
  const late = startsAt - receivedAt > 60_000;
  const opening = !late
    ? t('explain.atOnce', { start })
    : daysBefore.length > 0 && !sameDay(zone, receivedAt, startsAt)
      ? t('explain.closedDays', { days: daysBefore.join('; '), start })
      : t('explain.outsideHours', { start });
  const readOn = startsWithDate.exec(editionId)?.[1];
  return [
    opening,
    ...(daysAfter.length > 0 ? [t('explain.skipped', { days: daysAfter.join('; ') })] : []),
    ...targetSentence(words, promise.target),
    ...readingSentence(words, promise, zone, startsAt > receivedAt),
    ...(editionDate
      ? [t('explain.edition', { edition: civilDate(locale, editionDate) })]
      : readOn
        ? [t('explain.editionUndated', { date: civilDate(locale, readOn) })]
        : []),
    ...(promise.calendar
      ? [t('explain.calendar', { calendar: calendarName(words, promise.calendar) })]
      : []),
    ...(promise.estimated ? [t('explain.estimated')] : []),
  ]
    .map((sentence) => `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}`)
    .join(' ');
}
