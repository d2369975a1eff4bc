import { and, desc, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

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

const planPeriod = {
  plan: contracts.plan,
  validFrom: contracts.validFrom,
  validUntil: contracts.validUntil,
  signedOn: contracts.signedOn,
};

/** Plans of an organisation's contracts, the newest first. Days are the vendor's, the last one whole. */
export async function plansOfOrganisation(db: Database, tenantId: string, organisationId: string) {
  return db
    .select(planPeriod)
    .from(contracts)
    .where(and(eq(contracts.tenantId, tenantId), eq(contracts.organisationId, organisationId)))
    .orderBy(desc(contracts.validFrom));
}

/** Names of plans that a vendor's contracts have, the first two hundred. */
export async function plansOfContracts(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ plan: contracts.plan })
    .from(contracts)
    .where(and(eq(contracts.tenantId, tenantId), isNotNull(contracts.plan)))
    .orderBy(contracts.plan)
    .limit(200);
  return rows.flatMap(({ plan }) => plan ?? []);
}

/** The same of every organisation with a contract that holds on a day, by its id. */
export async function plansInForce(db: Database, tenantId: string, day: string) {
  const rows = await db
    .select({ organisationId: contracts.organisationId, ...planPeriod })
    .from(contracts)
    .where(
      and(
        eq(contracts.tenantId, tenantId),
        lte(contracts.validFrom, day),
        or(isNull(contracts.validUntil), gte(contracts.validUntil, day)),
      ),
    )
    .orderBy(desc(contracts.validFrom));
  const byOrganisation = new Map<string, typeof rows>();
  for (const row of rows) {
    const others = byOrganisation.get(row.organisationId) ?? [];
    byOrganisation.set(row.organisationId, [...others, row]);
  }
  return byOrganisation;
}
