import type { RequesterExport } from '#shared/wire/personal-data.ts';
import type { Deps } from '#server/deps.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import type { MeetingRow } from '#server/features/meetings/meetings.table.ts';
import type { MessageRow } from '#server/features/messages/messages.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

type ExportedTicket = RequesterExport['tickets'][number];
type ExportedMessage = ExportedTicket['messages'][number];

/** What stands beside the tickets of one person. */
export interface Beside {
  readonly said: readonly MessageRow[];
  readonly sent: readonly AttachmentRow[];
  readonly met: readonly MeetingRow[];
}

/** A ticket as its requester is given it. */
export function exportedTicket(
  { policies, publicUrl }: Pick<Deps, 'policies' | 'publicUrl'>,
  { tenantId, id, number, subject, status, createdAt, erasedAt, edition }: TicketRow,
  { said, sent, met }: Beside,
): ExportedTicket {
  const pack = policies.edition(tenantId, edition)?.pack;
  const filesAt = `${publicUrl}/v1/desk/vendors/${tenantId}/attachments`;
  return {
    id,
    subject,
    status,
    number: pack ? shownNumber(pack, number) : String(number),
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    messages: said
      .filter(({ ticketId }) => ticketId === id)
      .map((message) => exportedMessage(message, sent, filesAt)),
    meetings: met
      .filter(({ ticketId }) => ticketId === id)
      .map(({ url, at }) => ({ url, at: at.toISOString() })),
  };
}

const exportedMessage = (
  { id, kind, authorKind, createdAt, text, answers, context }: MessageRow,
  sent: readonly AttachmentRow[],
  filesAt: string,
): ExportedMessage => ({
  id,
  text,
  context,
  kind: kind as ExportedMessage['kind'],
  author: authorKind,
  at: createdAt.toISOString(),
  answers: answers as ExportedMessage['answers'],
  files: sent
    .filter(({ messageId, erasedAt }) => messageId === id && erasedAt === null)
    .map((file) => ({
      id: file.id,
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      url: `${filesAt}/${file.id}`,
    })),
});
