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

const startsWithDate = /(\d{4}-\d{2}-\d{2})$/;
const reasonKeys = {
  holiday: 'explain.holiday',
  day_off: 'explain.dayOff',
  transferred: 'explain.transferred',
  additional: 'explain.additional',
} as const;

/** Closed days of a stretch, each once, with why: `воскресенье, 22 ноября — выходной`. */
function closedDays({ locale, t }: Words, zone: string, segments: readonly Segment[]): string[] {
  const named = segments.flatMap(({ from, kind, reason, name }) => {
    if (kind !== 'closed' || !reason || reason === 'outside_hours') return [];
    const at = Date.parse(from);
    const day = `${longWeekday(locale, zone, at)}, ${dayAndMonth(locale, zone, at)}`;
    const key = name ? 'explain.holiday' : reasonKeys[reason];
    return [t(key, { day, name: name?.[locale] ?? '' })];
  });
  return [...new Set(named)];
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
  const start = weekdayAndTime(locale, zone, startsAt);
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
    ...(promise.reading ? [t(`explain.reading.${promise.reading}`)] : []),
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
