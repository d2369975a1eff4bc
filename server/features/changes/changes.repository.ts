import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { heardKinds } from '#server/features/changes/heard-kinds.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { ticketCounters } from '#server/features/tenants/tenants.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Something happened to a requester's own ticket; nothing of what. */
export interface OwnChange {
  /** Place in the tenant's log. */
  readonly seq: number;
  readonly ticketId: string;
  readonly requesterId: string;
}

/** The last place of a tenant's log; all up to it is there to be read. */
export async function lastPlace(db: Database, tenantId: string): Promise<number> {
  const [row] = await db
    .select({ lastSeq: ticketCounters.lastSeq })
    .from(ticketCounters)
    .where(eq(ticketCounters.tenantId, tenantId));
  return row?.lastSeq ?? 0;
}

/** What happened to tickets of these requesters behind one place of the log, up to another, in its order. */
export async function ownChanges(
  db: Database,
  tenantId: string,
  requesterIds: readonly string[],
  [after, until]: readonly [number, number],
): Promise<OwnChange[]> {
  return db
    .select({
      seq: ticketEvents.seq,
      ticketId: tickets.id,
      requesterId: tickets.requesterId,
    })
    .from(ticketEvents)
    .innerJoin(
      tickets,
      and(eq(tickets.tenantId, ticketEvents.tenantId), eq(tickets.id, ticketEvents.ticketId)),
    )
    .where(
      and(
        eq(ticketEvents.tenantId, tenantId),
        gt(ticketEvents.seq, after),
        lte(ticketEvents.seq, until),
        inArray(ticketEvents.kind, [...heardKinds]),
        inArray(tickets.requesterId, [...requesterIds]),
      ),
    )
    .orderBy(ticketEvents.seq);
}
