import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { OrganisationView } from '#shared/wire/organisation.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import {
  organisations,
  type OrganisationRow,
} from '#server/features/organisations/organisations.table.ts';
import { presentContract } from '#server/features/organisations/present-contract.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Undefined when this tenant has no such organisation. */
export async function findOrganisation(
  db: Database,
  tenantId: string,
  id: string,
): Promise<OrganisationRow | undefined> {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.tenantId, tenantId), eq(organisations.id, id)));
  return row;
}

/** An organisation with its contracts. Fails with `organisation.not_found`. */
export async function readOrganisation(
  db: Database,
  pack: PolicyPack,
  id: string,
): Promise<Result<OrganisationView, Problem>> {
  const row = await findOrganisation(db, pack.vendor, id);
  if (!row) return fail({ code: 'organisation.not_found' });
  const { tenantId, ...organisation } = row;
  const records = await readContracts(db, tenantId, { organisation: id });
  return succeed({
    ...organisation,
    contracts: records.map((record) => presentContract(pack, record)),
  });
}
