import { and, desc, eq } from 'drizzle-orm';
import type { Duration } from '#shared/wire/decision.ts';
import type { Database } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';

/** What is on record of a requester's contract, tariff or agreement. */
export interface ContractFacts {
  readonly number: string;
  readonly organisation: string;
  readonly plan: string | null;
  readonly level: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly firstResponse: Duration | null;
}

/**
 * The contract a signed identity names: by its number, else the newest of its organisation. Undefined
 * when the tenant has none on record.
 */
export async function findContract(
  db: Database,
  tenantId: string,
  claims: { readonly contract?: string | undefined; readonly org?: string | undefined },
): Promise<ContractFacts | undefined> {
  const named =
    claims.contract !== undefined
      ? eq(contracts.number, claims.contract)
      : claims.org !== undefined
        ? eq(organisations.name, claims.org)
        : undefined;
  if (!named) return undefined;
  const [row] = await db
    .select({
      number: contracts.number,
      organisation: organisations.name,
      plan: contracts.plan,
      level: contracts.level,
      validFrom: contracts.validFrom,
      validUntil: contracts.validUntil,
      firstResponse: contracts.firstResponse,
    })
    .from(contracts)
    .innerJoin(
      organisations,
      and(
        eq(organisations.tenantId, contracts.tenantId),
        eq(organisations.id, contracts.organisationId),
      ),
    )
    .where(and(eq(contracts.tenantId, tenantId), named))
    .orderBy(desc(contracts.validFrom))
    .limit(1);
  return row;
}
