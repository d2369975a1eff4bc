import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import {
  vendorPortals,
  type VendorPortalRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

/** Longer than any call takes; a server that dies is replaced after it, milliseconds. */
const leaseMs = 60_000;

/** Whoever works for portals: one server, however often it starts. */
export type Worker = string;

/**
 * Takes a portal for which something is to be done and that does not rest, for as long as a lease. One server
 * calls a portal at a time: its limits are for all of us together.
 */
export async function leasePortal(
  db: Database,
  now: Date,
  worker: Worker,
): Promise<VendorPortalRow | undefined> {
  const at = now.toISOString();
  const due = sql`(
    exists (select from vendor_portal_pushes p where p.tenant_id = vendor_portals.tenant_id
      and p.state = 'waiting' and p.try_at <= ${at}::timestamptz)
    or exists (select from vendor_portal_news n where n.tenant_id = vendor_portals.tenant_id
      and n.outcome is null and n.try_at <= ${at}::timestamptz))`;
  const free = db
    .select({ tenantId: vendorPortals.tenantId })
    .from(vendorPortals)
    .where(
      sql`${vendorPortals.stoppedAt} is null and ${vendorPortals.leasedUntil} <= ${at}::timestamptz
        and ${due} and not exists (select from portal_paces r where r.tenant_id = vendor_portals.tenant_id
          and r.host = vendor_portals.host and r.next_at > ${at}::timestamptz)`,
    )
    .orderBy(vendorPortals.leasedUntil)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(vendorPortals)
    .set({ leasedUntil: new Date(now.getTime() + leaseMs), leasedBy: worker })
    .where(sql`${vendorPortals.tenantId} in ${free}`)
    .returning();
  return row;
}

const held = ({ tenantId }: Pick<VendorPortalRow, 'tenantId'>, worker: Worker, now: Date) =>
  and(
    eq(vendorPortals.tenantId, tenantId),
    eq(vendorPortals.leasedBy, worker),
    gt(vendorPortals.leasedUntil, now),
  );

/** Begins the lease anew. @returns false where it is over, and with it the right to call */
export async function holdPortal(
  db: Database,
  portal: Pick<VendorPortalRow, 'tenantId'>,
  worker: Worker,
  now: Date,
): Promise<boolean> {
  const leasedUntil = new Date(now.getTime() + leaseMs);
  const kept = await db
    .update(vendorPortals)
    .set({ leasedUntil })
    .where(held(portal, worker, now))
    .returning({ tenantId: vendorPortals.tenantId });
  return kept.length > 0;
}

/** Gives a portal back. @param learned what became known of it meanwhile */
export async function releasePortal(
  db: Database,
  portal: Pick<VendorPortalRow, 'tenantId'>,
  worker: Worker,
  now: Date,
  learned: Partial<VendorPortalRow>,
): Promise<void> {
  await db
    .update(vendorPortals)
    .set({ ...learned, leasedUntil: now, leasedBy: null })
    .where(held(portal, worker, now));
}
