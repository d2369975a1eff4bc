import { eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { tenants } from '#server/features/tenants/tenants.table.ts';

/**
 * Lets one at a time write what a vendor's versions are and end, until the transaction ends: a version that
 * is just being entered has no row that a known problem could lock. Taken before any lock on a version
 * or a known problem; whoever only refers to the vendor does not wait.
 */
export async function lockRegistry(tx: Transaction, tenantId: string): Promise<void> {
  await tx
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for('no key update');
}
