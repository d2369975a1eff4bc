import { and, desc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

/** Undefined when this tenant has no such organisation. */
export async function findOrganisation(db: Database, tenantId: string, id: string) {
  const [row] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.tenantId, tenantId), eq(organisations.id, id)));
  return row;
}

/** The same by name, as tickets know their organisation. */
export async function findOrganisationNamed(db: Database, tenantId: string, name: string) {
  const [row] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.tenantId, tenantId), eq(organisations.name, name)))
    .limit(1);
  return row;
}

/** Lets one transaction at a time change what belongs to an organisation; its readers go on. */
export async function lockOrganisation(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<void> {
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.tenantId, tenantId), eq(organisations.id, id)))
    .for('no key update');
}

/** Plans of an organisation's contracts, the newest first. Days are the vendor's, the last one whole. */
export async function plansOfOrganisation(db: Database, tenantId: string, organisationId: string) {
  return db
    .select({
      plan: contracts.plan,
      validFrom: contracts.validFrom,
      validUntil: contracts.validUntil,
      signedOn: contracts.signedOn,
    })
    .from(contracts)
    .where(and(eq(contracts.tenantId, tenantId), eq(contracts.organisationId, organisationId)))
    .orderBy(desc(contracts.validFrom));
}
