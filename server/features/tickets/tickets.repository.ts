import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { requesters, type RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

/** A ticket of one requester; undefined when this tenant has none or it is somebody else's. */
export async function findOwnTicket(
  db: Database,
  tenantId: string,
  requesterId: string,
  id: string,
): Promise<TicketRow | undefined> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(
      and(eq(tickets.tenantId, tenantId), eq(tickets.id, id), eq(tickets.requesterId, requesterId)),
    );
  return row;
}

/** Undefined when this tenant has no such ticket; another tenant's ticket never matches. */
export async function findTicket(
  db: Database,
  tenantId: string,
  id: string,
): Promise<TicketRow | undefined> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, id)));
  return row;
}

/** The same with who asks; undefined where there is no such ticket. */
export async function findTicketWithRequester(
  db: Database,
  tenantId: string,
  id: string,
): Promise<{ readonly ticket: TicketRow; readonly requester: RequesterRow } | undefined> {
  const [row] = await db
    .select({ ticket: tickets, requester: requesters })
    .from(tickets)
    .innerJoin(
      requesters,
      and(eq(requesters.tenantId, tickets.tenantId), eq(requesters.id, tickets.requesterId)),
    )
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, id)));
  return row;
}

/** The same by the number within the vendor: 1042 of `MOD-1042`. */
export async function findTicketByNumber(
  db: Database,
  tenantId: string,
  number: number,
): Promise<TicketRow | undefined> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.number, number)));
  return row;
}

/** A requester's tickets, newest first. @param after the place behind which they stand */
export async function listOwnTickets(
  db: Database,
  { tenantId, requesterId }: { readonly tenantId: string; readonly requesterId: string },
  after: Pick<TicketRow, 'createdAt' | 'number'> | undefined,
  limit: number,
): Promise<TicketRow[]> {
  const behind =
    after &&
    sql`(${tickets.createdAt}, ${tickets.number}) < (${after.createdAt.toISOString()}::timestamptz, ${after.number}::int)`;
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.requesterId, requesterId), behind))
    .orderBy(newestFirst(tickets.createdAt), newestFirst(tickets.number))
    .limit(limit);
}

/** Whether an edition has decided any ticket. */
export async function hasTicketsUnder(
  db: Database,
  tenantId: string,
  edition: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.edition, edition)))
    .limit(1);
  return row !== undefined;
}
