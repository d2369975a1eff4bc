import type { Database } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

/** Stores a contract and its organisation where they are not on record yet, without an event. */
export async function addMissingContract(
  db: Database,
  organisation: typeof organisations.$inferInsert,
  contract: Omit<typeof contracts.$inferInsert, 'tenantId' | 'organisationId'>,
): Promise<void> {
  const { tenantId, id: organisationId } = organisation;
  await db.insert(organisations).values(organisation).onConflictDoNothing();
  await db
    .insert(contracts)
    .values({ ...contract, tenantId, organisationId })
    .onConflictDoNothing();
}
