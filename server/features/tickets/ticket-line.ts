import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Tickets with the names of their requesters, for a desk's views; the caller says of which tenant. */
export const ticketsWithNames = (db: Database) =>
  db
    .select({ ticket: tickets, requesterName: requesters.name })
    .from(tickets)
    .leftJoin(
      requesters,
      and(eq(requesters.tenantId, tickets.tenantId), eq(requesters.id, tickets.requesterId)),
    );

/** A ticket as a line of a view names it. */
export const ticketLine = (
  pack: PolicyPack,
  { id, number, subject, status }: Pick<TicketRow, 'id' | 'number' | 'subject' | 'status'>,
) => ({
  id,
  number: shownNumber(pack, number),
  subject,
  status,
});
