import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { readBody, type LoggedEvent } from '#server/features/event-log/event-body.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';

/** What happened to one ticket, in its order. */
export async function listTicketEvents(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<LoggedEvent[]> {
  const rows = await db
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.tenantId, tenantId), eq(ticketEvents.ticketId, ticketId)))
    .orderBy(ticketEvents.seq);
  return rows.map(({ seq, kind, at, body, ...row }) => ({
    seq,
    ticketId: row.ticketId,
    kind,
    at,
    ...readBody(body),
  }));
}
