import { eq, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { SealedCell } from '#server/reseal.ts';
import { sealPlace } from '#server/secret-box.ts';
import {
  leaveRecords,
  oweErasures,
  takeUpRecords,
} from '#server/features/vendor-portal/former-records.ts';
import {
  vendorPortalComments,
  vendorPortalNews,
  vendorPortalPushes,
  vendorPortalRecords,
  vendorPortals,
  type VendorPortalRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

/** What the address of the webhook is bound to when it is sealed. */
export const vendorPortalUrlPlace = (tenantId: string): string =>
  sealPlace(tenantId, 'vendor_portals', 'own', 'url');
/** The same for the secret of its events. */
export const vendorPortalKeyPlace = (tenantId: string): string =>
  sealPlace(tenantId, 'vendor_portals', 'own', 'event_key');

/** Undefined where a vendor has connected no portal of its own. */
export async function findVendorPortal(
  db: Database,
  tenantId: string,
): Promise<VendorPortalRow | undefined> {
  const [row] = await db.select().from(vendorPortals).where(eq(vendorPortals.tenantId, tenantId));
  return row;
}

/** What a connection is made of; the rest it learns. */
export type Connection = Pick<
  VendorPortalRow,
  'tenantId' | 'host' | 'sealedUrl' | 'sealedEventKey' | 'settings'
>;

/**
 * Connects a portal, in place of what was there: tickets go there from now on. Of the former one nothing is kept
 * but what stands there: whoever erases a ticket later has to know. Erasures that the connected one has missed
 * are carried out.
 *
 * @param anew whether it is another portal even at the same host, and the former one is no more
 */
export async function saveVendorPortal(
  db: Database,
  connection: Connection,
  at: Date,
  anew = false,
): Promise<void> {
  const { tenantId, host } = connection;
  await inTransaction(db, async (tx) => {
    const [known] = await tx
      .select()
      .from(vendorPortals)
      .where(eq(vendorPortals.tenantId, tenantId))
      .for('update');
    const fresh = { stoppedAt: null, lastError: null };
    const seq = sql`coalesce((select last_seq from ticket_counters where tenant_id = ${tenantId}), 0)`;
    if (!known) {
      const row = { ...connection, ...fresh, seq, connectedAt: at, leasedUntil: at };
      await tx.insert(vendorPortals).values(row);
      return;
    }
    const other = anew || known.host !== host;
    if (other)
      for (const table of [vendorPortalPushes, vendorPortalComments, vendorPortalNews])
        await tx.delete(table).where(eq(table.tenantId, tenantId));
    if (anew)
      await tx.delete(vendorPortalRecords).where(eq(vendorPortalRecords.tenantId, tenantId));
    else if (other) {
      await leaveRecords(tx, known);
      await takeUpRecords(tx, connection);
    }
    await tx
      .update(vendorPortals)
      .set({ ...connection, ...fresh, ...(other && { seq }), connectedAt: at })
      .where(eq(vendorPortals.tenantId, tenantId));
    await oweErasures(tx, tenantId, at);
  });
}

/** Tells a portal nothing more. @returns whether there was one */
export async function stopVendorPortal(
  db: Database,
  tenantId: string,
  stoppedAt: Date,
): Promise<boolean> {
  const stopped = await db
    .update(vendorPortals)
    .set({ stoppedAt })
    .where(eq(vendorPortals.tenantId, tenantId))
    .returning({ tenantId: vendorPortals.tenantId });
  return stopped.length > 0;
}

/** Everything of vendors' portals that is sealed, for the change of a key. */
export async function sealedVendorPortals(db: Database): Promise<SealedCell[]> {
  const rows = await db.select().from(vendorPortals);
  return rows.flatMap(({ tenantId, sealedUrl, sealedEventKey }): SealedCell[] => [
    {
      place: vendorPortalUrlPlace(tenantId),
      sealed: sealedUrl,
      replace: async (next) => {
        await db
          .update(vendorPortals)
          .set({ sealedUrl: next })
          .where(
            sql`${vendorPortals.tenantId} = ${tenantId} and ${vendorPortals.sealedUrl} = ${sealedUrl}`,
          );
      },
    },
    ...(sealedEventKey === null
      ? []
      : [
          {
            place: vendorPortalKeyPlace(tenantId),
            sealed: sealedEventKey,
            replace: async (next: string) => {
              await db
                .update(vendorPortals)
                .set({ sealedEventKey: next })
                .where(
                  sql`${vendorPortals.tenantId} = ${tenantId} and ${vendorPortals.sealedEventKey} = ${sealedEventKey}`,
                );
            },
          },
        ]),
  ]);
}
