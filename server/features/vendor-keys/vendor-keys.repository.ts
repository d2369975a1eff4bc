import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import type { SealedCell } from '#server/reseal.ts';
import { sealPlace } from '#server/secret-box.ts';
import { vendorKeys, type VendorKeyRow } from '#server/features/vendor-keys/vendor-keys.table.ts';

/** What a sealed private key is bound to: it opens for this tenant and key alone. */
export const vendorKeyPlace = (tenantId: string, kid: string): string =>
  sealPlace(tenantId, 'vendor_keys', kid, 'sealed_private');

/** The key that a tenant signs with now. */
export async function findSigningKey(
  db: Database,
  tenantId: string,
): Promise<VendorKeyRow | undefined> {
  const [row] = await db
    .select()
    .from(vendorKeys)
    .where(and(eq(vendorKeys.tenantId, tenantId), isNull(vendorKeys.retiredAt)));
  return row;
}

/** Keeps a new key, unless another one signs: false. */
export async function addSigningKey(db: Database, row: VendorKeyRow): Promise<boolean> {
  const added = await db
    .insert(vendorKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ kid: vendorKeys.kid });
  return added.length > 0;
}

/** The key that a tenant signs with now signs no more. */
export async function retireSigningKey(tx: Transaction, tenantId: string, at: Date): Promise<void> {
  await tx
    .update(vendorKeys)
    .set({ retiredAt: at })
    .where(and(eq(vendorKeys.tenantId, tenantId), isNull(vendorKeys.retiredAt)));
}

/** Every key of a tenant, the oldest first: what a former one has signed stays signed. */
export async function listVendorKeys(db: Database, tenantId: string): Promise<VendorKeyRow[]> {
  return db
    .select()
    .from(vendorKeys)
    .where(eq(vendorKeys.tenantId, tenantId))
    .orderBy(asc(vendorKeys.createdAt), asc(vendorKeys.kid));
}

/** Every private key, as it is sealed now. */
export async function sealedVendorKeys(db: Database): Promise<SealedCell[]> {
  const rows = await db.select().from(vendorKeys);
  return rows.map(({ tenantId, kid, sealedPrivate }) => ({
    place: vendorKeyPlace(tenantId, kid),
    sealed: sealedPrivate,
    replace: async (next) => {
      await db
        .update(vendorKeys)
        .set({ sealedPrivate: next })
        .where(
          and(
            eq(vendorKeys.tenantId, tenantId),
            eq(vendorKeys.kid, kid),
            eq(vendorKeys.sealedPrivate, sealedPrivate),
          ),
        );
    },
  }));
}
