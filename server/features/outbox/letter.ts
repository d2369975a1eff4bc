import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import { dateAndTime } from '#shared/time.ts';
import { meetingLetter } from '#server/features/meetings/meeting-words.ts';
import type { MeetingRow } from '#server/features/meetings/meetings.table.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { endingLine, toldLines } from '#server/features/outbox/told-lines.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** A letter; `calendar` is a file for calendar programs, `headers` are its own beside those of every mail. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly calendar?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In whose name it goes, where that is not the vendor's. */
  readonly fromName?: string;
  readonly replyTo?: { readonly name: string; readonly address: string };
}

/** Letters that tell of a ticket. */
export type TicketLetterKind = Exclude<
  OutboxEntry['kind'],
  'announcement' | 'survey' | 'follow_up' | 'request_handed_over'
>;

/** A letter's subject and plain text in the requester's language, made of the stored decision. */
export function letterFor(
  policy: Policy,
  entry: { readonly kind: TicketLetterKind } & Pick<OutboxEntry, 'locale' | 'params'>,
  ticket: TicketRow,
  said: string | null,
  meeting: MeetingRow | null = null,
): Letter {
  const { locale } = entry;
  const { pack } = policy;
  const say = translator(locale, catalogs[locale]);
  const number = shownNumber(pack, ticket.number);
  const edition = say('edition', { edition: pack.title[locale] });
  const told = toldLines(policy, entry.params, locale).join('\n');
  switch (entry.kind) {
    case 'ticket_opened': {
      const { dueAt, clause } = ticket.decision.firstResponse;
      const zone = pack.timezoneLabel[locale];
      const term =
        dueAt === null
          ? say('opened.no_due', { clause })
          : say('opened.due', {
              due: dateAndTime(locale, pack.desk.timezone, Date.parse(dueAt)),
              zone,
              clause,
            });
      return {
        subject: say('opened.subject', { number }),
        text: [say('opened.text', { number }), term, edition].join('\n'),
      };
    }
    case 'agent_replied':
      return { subject: say('replied.subject', { number }), text: paragraphs(said, told) };
    case 'agent_asked':
      return { subject: say('asked.subject', { number }), text: said ?? '' };
    case 'access_asked':
      return {
        subject: say('access.subject', { number }),
        text: [say('access.text', { number }), edition].join('\n'),
      };
    case 'meeting_invited':
    case 'meeting_cancelled':
      if (!meeting) throw new Error('a letter about a meeting names it');
      return meetingLetter(pack, meeting, number, locale);
    case 'ticket_resolved':
      return {
        subject: say('resolved.subject', { number }),
        text: paragraphs(said, say('resolved.text', { number })),
      };
    case 'ticket_closed':
      return {
        subject: say('closed.subject', { number }),
        text: paragraphs(said, endingLine(pack, entry.params, { number, locale }), told),
      };
    case 'release_shipped':
      return {
        subject: say('released.subject', { number, ...entry.params }),
        text: say('released.text', { number, ...entry.params }),
      };
    case 'ticket_merged':
      return {
        subject: say('merged.subject', { number, into: '', ...entry.params }),
        text: say('merged.text', { number, into: '', ...entry.params }),
      };
    case 'ticket_unmerged':
      return {
        subject: say('unmerged.subject', { number }),
        text: say('unmerged.text', { number, into: '', ...entry.params }),
      };
    case 'requester_reminded':
      return {
        subject: say('reminded.subject', { number }),
        text: say('reminded.text', { number }),
      };
  }
}

const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter(Boolean).join('\n\n');
