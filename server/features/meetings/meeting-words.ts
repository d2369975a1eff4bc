import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import { dateAndTime, readersTime } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { MeetingRow } from '#server/features/meetings/meetings.table.ts';
import { writeIcalMeeting } from '#server/policy/calendar/ical-meeting.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** A letter about a meeting, with the file that a calendar program takes. */
export interface MeetingLetter {
  readonly subject: string;
  readonly text: string;
  readonly calendar: string;
}

/** The invitation, or that nothing comes of it: the time in the vendor's zone and in the requester's. */
export function meetingLetter(
  pack: PolicyPack,
  meeting: MeetingRow,
  number: string,
  locale: Locale,
): MeetingLetter {
  const say = translator(locale, catalogs[locale]);
  const { url, plannedMinutes: minutes, requesterTimezone } = meeting;
  const at = meeting.at.getTime();
  const vendorZone = pack.desk.timezone;
  const when = say('meeting.when', {
    at: dateAndTime(locale, vendorZone, at),
    zone: pack.timezoneLabel[locale],
  });
  const differs =
    requesterTimezone !== null &&
    readersTime(locale, vendorZone, requesterTimezone, at) !== undefined;
  const yours = differs
    ? [say('meeting.yours', { at: dateAndTime(locale, requesterTimezone, at) })]
    : [];
  const calendar = meetingCalendar(meeting, number, locale);
  if (meeting.state === 'cancelled') {
    return {
      subject: say('meeting.off_subject', { number }),
      text: [say('meeting.off_text', { number }), when, ...yours].join('\n'),
      calendar,
    };
  }
  return {
    subject: say('meeting.subject', { number }),
    text: [
      say('meeting.text', { number }),
      when,
      ...yours,
      say('meeting.length', { minutes }),
      url,
    ].join('\n'),
    calendar,
  };
}

/** The meeting as an iCalendar file; its cancellation takes the place of the invitation. */
export const meetingCalendar = (meeting: MeetingRow, number: string, locale: Locale): string =>
  writeIcalMeeting({
    uid: `${meeting.id}@${meeting.tenantId}.reglament`,
    sequence: meeting.state === 'cancelled' ? 1 : 0,
    cancelled: meeting.state === 'cancelled',
    arrangedAt: meeting.arrangedAt.getTime(),
    at: meeting.at.getTime(),
    minutes: meeting.plannedMinutes,
    title: translator(locale, catalogs[locale])('meeting.subject', { number }),
    url: meeting.url,
  });
