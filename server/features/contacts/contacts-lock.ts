import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';

const keyOf = (tenantId: string): SQL => sql`hashtextextended(${`contacts of ${tenantId}`}, 0)`;

/**
 * Nobody is erased from a vendor's contacts until the transaction ends: whoever is read is written to, and
 * an erasure that comes meanwhile finds the letters. Taken before contacts are read.
 *
 * @returns false where somebody is just being erased
 */
export async function keepContacts(tx: Transaction, tenantId: string): Promise<boolean> {
  const [row] = await tx.execute<{ kept: boolean }>(
    sql`select pg_try_advisory_xact_lock_shared(${keyOf(tenantId)}) as kept`,
  );
  return row?.kept === true;
}

/** Waits for those who write to a vendor's contacts; whoever comes later reads them without the erased one. */
export async function lockContacts(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(tenantId)})`);
}
