import { and, eq, gte, isNull, sum } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { timeEntries, type TimeEntryRow } from '#server/features/hours/time-entries.table.ts';

/** Undefined when this tenant has no such entry on this ticket. */
export async function findTimeEntry(
  db: Database,
  tenantId: string,
  ticketId: string,
  id: string,
): Promise<TimeEntryRow | undefined> {
  const [row] = await db
    .select()
    .from(timeEntries)
    .where(entryAt(tenantId, ticketId, id));
  return row;
}

/** The same, locked for a change. */
export async function lockTimeEntry(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  id: string,
): Promise<TimeEntryRow | undefined> {
  const [row] = await tx
    .select()
    .from(timeEntries)
    .where(entryAt(tenantId, ticketId, id))
    .for('update');
  return row;
}

const entryAt = (tenantId: string, ticketId: string, id: string) =>
  and(
    eq(timeEntries.tenantId, tenantId),
    eq(timeEntries.id, id),
    eq(timeEntries.ticketId, ticketId),
  );

/** Takes an entry out of every sum; it stays readable. */
export async function markVoided(
  tx: Transaction,
  { tenantId, id }: Pick<TimeEntryRow, 'tenantId' | 'id'>,
  voided: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .update(timeEntries)
    .set({ voidedAt: voided.at, voidedBy: voided.by })
    .where(and(eq(timeEntries.tenantId, tenantId), eq(timeEntries.id, id)));
}

/** Time on one ticket in the order of work, what was voided included. */
export async function listTimeOfTicket(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<TimeEntryRow[]> {
  return db
    .select()
    .from(timeEntries)
    .where(and(eq(timeEntries.tenantId, tenantId), eq(timeEntries.ticketId, ticketId)))
    .orderBy(timeEntries.workedAt, timeEntries.id);
}

/** What counts for an organisation's months from an instant on. */
export async function listTimeOfOrganisation(
  db: Database,
  tenantId: string,
  organisationId: string,
  from: Date,
): Promise<TimeEntryRow[]> {
  return db
    .select()
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.tenantId, tenantId),
        eq(timeEntries.organisationId, organisationId),
        gte(timeEntries.countedAt, from),
        isNull(timeEntries.voidedAt),
      ),
    )
    .orderBy(timeEntries.countedAt, timeEntries.id);
}

/** Minutes worked for one order. */
export async function minutesOfOrder(
  db: Database,
  tenantId: string,
  orderId: string,
): Promise<number> {
  const [row] = await db
    .select({ minutes: sum(timeEntries.minutes).mapWith(Number) })
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.tenantId, tenantId),
        eq(timeEntries.orderId, orderId),
        isNull(timeEntries.voidedAt),
      ),
    );
  return row?.minutes ?? 0;
}
