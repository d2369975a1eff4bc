import { and, eq, gt, gte, isNull, ne } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { clocks, tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * Tickets whose first response is promised, not given and not overdue.
 *
 * @param now later due instants only
 * @param receivedSince tickets received since then only
 */
export async function listOpenPromises(
  db: Database,
  tenantId: string,
  now: Date,
  receivedSince?: Date,
): Promise<TicketRow[]> {
  const rows = await db
    .select({ ticket: tickets })
    .from(tickets)
    .innerJoin(clocks, and(eq(clocks.tenantId, tickets.tenantId), eq(clocks.ticketId, tickets.id)))
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        ne(tickets.status, 'resolved'),
        receivedSince ? gte(tickets.receivedAt, receivedSince) : undefined,
        eq(clocks.kind, 'first_response'),
        isNull(clocks.stoppedAt),
        gt(clocks.dueAt, now),
      ),
    )
    .orderBy(tickets.number);
  return rows.map(({ ticket }) => ticket);
}
