import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contractContacts, contracts } from '#server/features/organisations/organisations.table.ts';

/** Names a responsible person in a contract that nobody has written since it was first stored, without an event. */
export async function addMissingContact(
  db: Database,
  contract: { readonly tenantId: string; readonly number: string },
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const { tenantId, number } = contract;
  const untouched = await db.$count(
    contracts,
    and(eq(contracts.tenantId, tenantId), eq(contracts.number, number), eq(contracts.version, 1)),
  );
  if (untouched === 0) return;
  await db
    .insert(contractContacts)
    .values({ tenantId, contractNumber: number, place: 0, ...person, responsible: true })
    .onConflictDoNothing();
}
