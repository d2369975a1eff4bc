import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

type ContractRow = typeof contracts.$inferInsert;

/** A contract as a person knows it: by its organisation's name. */
export interface SavedContract extends Omit<ContractRow, 'organisationId'> {
  readonly organisation: string;
}

/**
 * Records a contract, or changes the one of this number; an organisation that is not known is added.
 *
 * @param newId for such an organisation
 */
export async function saveContract(
  db: Database,
  { organisation, ...contract }: SavedContract,
  newId: () => string,
): Promise<void> {
  const { tenantId } = contract;
  await db.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.tenantId, tenantId), eq(organisations.name, organisation)))
      .limit(1);
    const organisationId = known?.id ?? newId();
    if (!known)
      await tx.insert(organisations).values({ tenantId, id: organisationId, name: organisation });
    await tx
      .insert(contracts)
      .values({ ...contract, organisationId })
      .onConflictDoUpdate({
        target: [contracts.tenantId, contracts.number],
        set: { ...contract, organisationId },
      });
  });
}
