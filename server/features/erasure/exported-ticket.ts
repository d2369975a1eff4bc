import type { RequesterExport } from '#shared/wire/personal-data.ts';
import type { Deps } from '#server/deps.ts';
import type { articleUsesTable } from '#server/features/articles/articles.table.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import type { MeetingRow } from '#server/features/meetings/meetings.table.ts';
import type { MessageRow } from '#server/features/messages/messages.table.ts';
import type { OrderRow } from '#server/features/orders/orders.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

type ExportedTicket = RequesterExport['tickets'][number];
type ExportedMessage = ExportedTicket['messages'][number];

/** What stands beside the tickets of one person. */
export interface Beside {
  readonly said: readonly MessageRow[];
  readonly sent: readonly AttachmentRow[];
  readonly met: readonly MeetingRow[];
  readonly read: readonly (typeof articleUsesTable.$inferSelect)[];
  readonly ordered: readonly OrderRow[];
}

/** A ticket as its requester is given it. */
export function exportedTicket(
  deps: Pick<Deps, 'policies' | 'publicUrl'>,
  { tenantId, id, number, subject, status, createdAt, erasedAt, edition }: TicketRow,
  { said, sent, met, read, ordered }: Beside,
): ExportedTicket {
  const pack = deps.policies.edition(tenantId, edition)?.pack;
  return {
    id,
    subject,
    status,
    number: pack ? shownNumber(pack, number) : String(number),
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    messages: said
      .filter(({ ticketId }) => ticketId === id)
      .map((message) => exportedMessage(deps, message, sent)),
    meetings: met
      .filter(({ ticketId }) => ticketId === id)
      .map(({ url, at }) => ({ url, at: at.toISOString() })),
    articles: read
      .filter(({ ticketId }) => ticketId === id)
      .map(({ articleId, use, at }) => ({ article: articleId, use, at: at.toISOString() })),
    orders: ordered
      .filter(({ ticketId }) => ticketId === id)
      .map(({ scope, priceMinor, currency, state, proposedAt, decidedBy }) => ({
        scope,
        priceMinor,
        currency,
        state,
        decidedBy,
        at: proposedAt.toISOString(),
      })),
  };
}

const exportedMessage = (
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { id, kind, authorKind, createdAt, text, answers, context }: MessageRow,
  sent: readonly AttachmentRow[],
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
    .map(({ tenantId, id: file, name, mediaType, sizeBytes }) => ({
      id: file,
      name,
      mediaType,
      sizeBytes,
      url: `${publicUrl}/v1/desk/vendors/${tenantId}/attachments/${file}`,
    })),
});
