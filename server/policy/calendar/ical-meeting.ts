import { escapeText, fold } from './ical-lines.ts';

/** A meeting as a calendar program shows it. Instants in epoch milliseconds. */
export interface IcalMeeting {
  /** The same for every version of one meeting. */
  readonly uid: string;
  /** Counts up with each change, from 0. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly arrangedAt: number;
  readonly at: number;
  readonly minutes: number;
  readonly title: string;
  /** Web address without letters that need escaping: as `URL` writes it. */
  readonly url: string;
}

const minuteMs = 60_000;

/**
 * A meeting as an iCalendar file in UTC, which a program shows in its reader's own zone. A later
 * version, cancelled or not, takes the place of the earlier one.
 *
 * @see RFC 5545 3.6.1; RFC 5546 3.2.1 for PUBLISH, which needs no organizer's address
 */
export function writeIcalMeeting(meeting: IcalMeeting): string {
  const { at, minutes, url } = meeting;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reglament//Meeting//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${meeting.uid}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${compact(meeting.arrangedAt)}`,
    `DTSTART:${compact(at)}`,
    `DTEND:${compact(at + minutes * minuteMs)}`,
    `SUMMARY:${escapeText(meeting.title)}`,
    `LOCATION:${escapeText(url)}`,
    `URL:${url}`,
    `STATUS:${meeting.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('');
}

/** `20261124T050000Z`. */
const compact = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
