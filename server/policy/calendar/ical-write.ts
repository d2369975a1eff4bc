import { inLocale } from '#shared/i18n/cyrillic.ts';
import { type Locale, languages } from '#shared/vocabulary.ts';
import type { CalendarDay } from './calendar-year.ts';
import { dayCategories, ownProperties } from './ical-days.ts';
import { escapeText, fold } from './ical-lines.ts';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';

/** A day as a calendar program shows it. */
export interface IcalDay {
  readonly day: CalendarDay;
  /** Of a year that is not final. */
  readonly tentative: boolean;
}

/** A file's own name, who it is from, and how often to look for another one. */
export interface IcalHead {
  /** Stands behind the date in the id of every event, so that a later file replaces it. */
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  /** What a day without a name of its own is called. */
  readonly kindName: (kind: CalendarDay['kind']) => string;
  /** How often a subscriber looks again, where one may. */
  readonly refreshHours?: number;
}

/**
 * Days as an iCalendar file, the same to the letter for the same days. What `readIcal` reads of it
 * are these days again.
 *
 * @see RFC 5545; RFC 7986 for NAME and REFRESH-INTERVAL
 */
export function writeIcal(head: IcalHead, days: readonly IcalDay[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reglament//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(head.name)}`,
    `X-WR-CALNAME:${escapeText(head.name)}`,
    ...(head.refreshHours
      ? [
          `REFRESH-INTERVAL;VALUE=DURATION:PT${head.refreshHours}H`,
          `X-PUBLISHED-TTL:PT${head.refreshHours}H`,
        ]
      : []),
    ...days.flatMap((one) => eventLines(head, one)),
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('');
}

const compact = (date: string): string => date.replaceAll('-', '');

function eventLines({ id, locale, kindName }: IcalHead, { day, tentative }: IcalDay): string[] {
  const { date, kind, name, certainty, shortened } = day;
  const categories = [dayCategories[kind], ...(shortened ? [dayCategories.shortened] : [])];
  return [
    'BEGIN:VEVENT',
    `UID:${date}@${id}`,
    // the file is made anew for every reader; its days do not depend on when
    `DTSTAMP:${date.slice(0, 4)}0101T000000Z`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(dateText(dayOf(date) + 1))}`,
    `SUMMARY:${escapeText((name && inLocale(name, locale)) ?? kindName(kind))}`,
    `CATEGORIES:${categories.join(',')}`,
    `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(name
      ? languages.map((one) => `${ownProperties.name};LANGUAGE=${one}:${escapeText(name[one])}`)
      : []),
    `${ownProperties.certainty}:${certainty}`,
    'END:VEVENT',
  ];
}
