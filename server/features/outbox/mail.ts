import { domainToASCII } from 'node:url';
import { sha256 } from '#server/digest.ts';
import type { Letter } from '#server/features/outbox/letter.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';

/** One mail as it goes out. */
export interface Mail {
  readonly messageId: string;
  /** What holds the mails of one ticket together; no mail has it. */
  readonly thread: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** Who is answered, where that is not who sends. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  /** An iCalendar file beside the text. */
  readonly calendar?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Letters that hold a person's words; what answers them by itself answers that person. */
const writtenByPeople: ReadonlySet<string> = new Set([
  'agent_replied',
  'agent_asked',
  'request_handed_over',
]);

/**
 * Dresses a letter for mail. The same letter is the same mail, with the same Message-ID, however
 * often it is sent, so that a repeat after a crash is seen to be one. The ids cannot be guessed: a
 * ticket's id is made of 80 random bits.
 *
 * @param sender name that people read and address it is sent from
 */
export function mailOf(
  entry: Pick<OutboxEntry, 'tenantId' | 'id' | 'ticketId' | 'kind' | 'recipient' | 'createdAt'>,
  letter: Letter,
  sender: { readonly name: string; readonly address: string },
): Mail {
  const domain = domainToASCII(sender.address.slice(sender.address.lastIndexOf('@') + 1));
  const { tenantId, id, ticketId } = entry;
  const { fromName, ...rest } = letter;
  return {
    messageId: `<l.${sha256(`letter ${tenantId} ${ticketId} ${id}`)}@${domain}>`,
    thread: `<t.${sha256(`thread ${tenantId} ${ticketId ?? `letter ${id}`}`)}@${domain}>`,
    from: { ...sender, name: fromName ?? sender.name },
    to: entry.recipient,
    date: entry.createdAt,
    ...rest,
    headers: { ...headersOf(entry.kind), ...letter.headers },
  };
}

/** RFC 3834, so that nobody's machine answers ours; the second is for Exchange. */
function headersOf(kind: OutboxEntry['kind']): Record<string, string> {
  if (writtenByPeople.has(kind)) return {};
  return {
    'Auto-Submitted': kind === 'ticket_opened' ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  };
}
