import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { noticeInPortal } from '#server/features/outbox/notice-in-portal.ts';
import { putLetters } from '#server/features/outbox/put-letters.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * Puts a letter to the ticket's requester, and a notice where they are at home in a portal, into the outbox, in the
 * transaction of what it tells.
 * Only a proven address gets mail: a typed one may be anybody's. Of a ticket that was erased nobody is
 * told any more.
 */
export async function mailRequester(
  tx: Transaction,
  ticket: Pick<TicketRow, 'tenantId' | 'id' | 'requesterId' | 'erasedAt'>,
  kind: OutboxEntry['kind'],
  at: Date,
  messageId?: string,
  params: OutboxEntry['params'] | ((recipient: string) => OutboxEntry['params']) = {},
): Promise<void> {
  if (ticket.erasedAt) return;
  const [requester] = await tx
    .select({
      email: requesters.email,
      proven: requesters.emailVerified,
      locale: requesters.locale,
    })
    .from(requesters)
    .where(and(eq(requesters.tenantId, ticket.tenantId), eq(requesters.id, ticket.requesterId)));
  if (!requester) return;
  const { locale } = requester;
  if (typeof params !== 'function')
    await noticeInPortal(tx, ticket, { kind, messageId: messageId ?? null, locale, params }, at);
  if (!requester.proven || requester.email === null) return;
  const letter = {
    tenantId: ticket.tenantId,
    kind,
    ticketId: ticket.id,
    messageId: messageId ?? null,
    recipient: requester.email,
    locale,
    params: typeof params === 'function' ? params(requester.email) : params,
  };
  await putLetters(tx, [letter], at);
}
