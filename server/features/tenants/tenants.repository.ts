import { eq, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { tenants, ticketCounters } from '#server/features/tenants/tenants.table.ts';

/** Origins whose pages may call in this tenant's name. */
export async function findOrigins(db: Database, tenantId: string): Promise<readonly string[]> {
  const [row] = await db
    .select({ origins: tenants.origins })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  return row?.origins ?? [];
}

/** Makes sure that a vendor and its counter exist; an existing one is left as it is. */
export async function ensureTenant(db: Database, id: string, at: Date): Promise<void> {
  await db.insert(tenants).values({ id, origins: [], createdAt: at }).onConflictDoNothing();
  await db.insert(ticketCounters).values({ tenantId: id, lastNumber: 0 }).onConflictDoNothing();
}

/** Lets pages of an origin embed a vendor's widget; again is harmless. */
export async function allowOrigin(db: Database, tenantId: string, origin: string): Promise<void> {
  const origins = await findOrigins(db, tenantId);
  if (origins.includes(origin)) return;
  await db
    .update(tenants)
    .set({ origins: [...origins, origin] })
    .where(eq(tenants.id, tenantId));
}

/** Lets what is written of a vendor's customers be written one transaction after the other. */
export async function lockTenant(tx: Database, id: string): Promise<void> {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id)).for('no key update');
}

/** Vendors that this database knows, by name. */
export async function listTenants(db: Database): Promise<string[]> {
  const rows = await db.select({ id: tenants.id }).from(tenants).orderBy(tenants.id);
  return rows.map(({ id }) => id);
}

/** Whether this database knows the vendor. */
export async function tenantExists(db: Database, id: string): Promise<boolean> {
  return (await db.$count(tenants, eq(tenants.id, id))) > 0;
}

/** Vendors whose messages from before the search are not in it yet. */
export async function tenantsToIndex(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(isNull(tenants.messagesIndexedAt));
  return rows.map(({ id }) => id);
}

/** Every message of a vendor can be found. */
export async function markMessagesIndexed(db: Database, id: string, at: Date): Promise<void> {
  await db.update(tenants).set({ messagesIndexedAt: at }).where(eq(tenants.id, id));
}
