import { inLocale } from '#shared/i18n/cyrillic.ts';
import { dayAndMonth, timeOfDay, weekday } from '#shared/time.ts';
import { type DaysOff, daysOff, nextShortDay } from '#server/features/policy-page/days-off.ts';
import { fullDate, listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { DeskCalendar, DeskHours } from '#server/policy/calendar/desk-hours.ts';
import { dayMs, type LocalDay } from '#server/policy/time/local-date.ts';

/** What the calendar changes about the regular hours, a sentence each. */
export function calendarSentences(
  words: PageWords,
  desk: DeskCalendar,
  hours: DeskHours,
  now: number,
): string[] {
  const { locale, say } = words;
  const kinds = hours.closedOn.map((kind) => say(`hours.kind.${kind}`));
  const off = daysOff(desk, hours, now)[0];
  return [
    ...(kinds.length > 0 ? [say('hours.closedOn', { kinds: listed(locale, kinds) })] : []),
    ...(hours.workingWeekends === 'honor' ? [say('hours.workingWeekends')] : []),
    ...shortDays(words, desk, hours, now),
    ...(off ? nextOff(words, off) : []),
  ];
}

function shortDays(words: PageWords, desk: DeskCalendar, hours: DeskHours, now: number): string[] {
  const { say } = words;
  if (hours.shortenedDays === 'ignore') return [];
  const next = nextShortDay(desk, hours, now);
  if (!next) return [say('hours.shortened')];
  const time = timeOfDay(desk.timezone, next.closesAt);
  return [
    say('hours.shortened'),
    say('hours.shortenedNext', { day: dayText(words, next.day), time }),
  ];
}

function nextOff(words: PageWords, { from, name, estimated }: DaysOff): string[] {
  const { locale, say } = words;
  const day = dayText(words, from);
  return [
    name
      ? say('hours.next', { day, name: inLocale(name, locale) })
      : say('hours.nextUnnamed', { day }),
    ...(estimated ? [say('hours.estimated')] : []),
  ];
}

/** `вт, 8 декабря`. */
const dayText = ({ locale }: PageWords, day: LocalDay): string =>
  `${weekday(locale, 'UTC', day * dayMs)}, ${dayAndMonth(locale, 'UTC', day * dayMs)}`;

/** `31 декабря — 8 января: Новогодние каникулы`. */
export function daysOffText({ locale, say }: PageWords, { from, to, occasion }: DaysOff): string {
  const [first, last] = [from, to].map((day) => dayAndMonth(locale, 'UTC', day * dayMs));
  const days =
    from === to ? (first ?? '') : say('hours.span', { from: first ?? '', to: last ?? '' });
  return occasion.name ? `${days}: ${inLocale(occasion.name, locale)}` : days;
}

/** How far the calendar is known, and what holds after that. */
export function coverageSentences(
  words: PageWords,
  { calendar, missingYear }: DeskCalendar,
): string[] {
  const { say } = words;
  const { finalUntil, provisionalUntil } = calendar.coverage;
  const name = say(`hours.calendar.${calendar.id}`);
  if (finalUntil === null) return [say('hours.coverageNone', { calendar: name })];
  const date = fullDate(words, finalUntil);
  return [
    provisionalUntil && provisionalUntil > finalUntil
      ? say('hours.coverageProvisional', {
          calendar: name,
          date,
          until: fullDate(words, provisionalUntil),
        })
      : say('hours.coverage', { calendar: name, date }),
    say(`hours.after.${missingYear}`),
  ];
}
