import { and, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { portalEvents, type PortalEventRow } from '#server/features/portals/portal-events.table.ts';

/** Keeps an event once, however often it comes. One that proved nothing before is looked into anew. */
export async function insertPortalEvent(
  db: Database,
  event: typeof portalEvents.$inferInsert,
): Promise<void> {
  const { sealedBody, receivedAt, nextAt } = event;
  await db
    .insert(portalEvents)
    .values(event)
    .onConflictDoUpdate({
      target: [portalEvents.tenantId, portalEvents.sha256],
      set: { sealedBody, receivedAt, nextAt, attempts: 0, outcome: null, finishedAt: null },
      setWhere: inArray(portalEvents.outcome, ['not_proven', 'not_admin', 'later']),
    });
}

/** Takes events that wait, the oldest first, until `claimedUntil`. Another server takes others. */
export async function claimPortalEvents(
  db: Database,
  now: Date,
  claimedUntil: Date,
  limit: number,
): Promise<PortalEventRow[]> {
  const waiting = db
    .select({ tenantId: portalEvents.tenantId, sha256: portalEvents.sha256 })
    .from(portalEvents)
    .where(and(isNull(portalEvents.finishedAt), lte(portalEvents.nextAt, now)))
    .orderBy(portalEvents.nextAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(portalEvents)
    .set({ nextAt: claimedUntil, attempts: sql`${portalEvents.attempts} + 1` })
    .where(sql`(${portalEvents.tenantId}, ${portalEvents.sha256}) in ${waiting}`)
    .returning();
}

/** Writes down what became of an event, and forgets what it held. */
export async function finishPortalEvent(
  db: Database,
  { tenantId, sha256 }: Pick<PortalEventRow, 'tenantId' | 'sha256'>,
  outcome: string,
  finishedAt: Date,
): Promise<void> {
  await db
    .update(portalEvents)
    .set({ outcome, finishedAt, sealedBody: null })
    .where(and(eq(portalEvents.tenantId, tenantId), eq(portalEvents.sha256, sha256)));
}

/** Looks at it again later. */
export async function postponePortalEvent(
  db: Database,
  { tenantId, sha256 }: Pick<PortalEventRow, 'tenantId' | 'sha256'>,
  nextAt: Date,
): Promise<void> {
  await db
    .update(portalEvents)
    .set({ nextAt })
    .where(and(eq(portalEvents.tenantId, tenantId), eq(portalEvents.sha256, sha256)));
}

/** Forgets events that were dealt with before an instant. */
export async function sweepPortalEvents(db: Database, before: Date): Promise<void> {
  await db.delete(portalEvents).where(lt(portalEvents.finishedAt, before));
}
