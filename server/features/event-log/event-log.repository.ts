import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { readBody, type LoggedEvent } from '#server/features/event-log/event-body.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';

/** Where the opening of a ticket stands in its tenant's log; undefined where there is no such ticket. */
export async function findOpening(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<{ readonly at: Date; readonly seq: number; readonly hash: Uint8Array } | undefined> {
  const [row] = await db
    .select({ at: ticketEvents.at, seq: ticketEvents.seq, hash: ticketEvents.hash })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.tenantId, tenantId),
        eq(ticketEvents.ticketId, ticketId),
        eq(ticketEvents.kind, 'opened'),
      ),
    )
    .orderBy(ticketEvents.seq)
    .limit(1);
  return row;
}

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
