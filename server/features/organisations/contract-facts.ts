import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Duration } from '#shared/wire/decision.ts';
import type { SeverityTerms } from '#shared/wire/organisation.ts';
import type { Database } from '#server/db/connect.ts';
import {
  contracts,
  ofItsOrganisation,
  organisations,
} from '#server/features/organisations/organisations.table.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';

/** What is on record of a requester's contract, tariff or agreement. */
export interface ContractFacts {
  readonly number: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly region: string | null;
  readonly plan: string | null;
  readonly level: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly firstResponse: Duration | null;
  readonly firstResponseBySeverity: SeverityTerms | null;
  readonly email: string | null;
}

/** Contracts by number or by the name of their organisation, the newest first. */
export async function contractsBy(
  db: Database,
  tenantId: string,
  by: 'number' | 'organisation',
  names: readonly string[],
): Promise<ContractFacts[]> {
  if (names.length === 0) return [];
  const column = by === 'number' ? contracts.number : organisations.name;
  return db
    .select({
      number: contracts.number,
      organisationId: organisations.id,
      organisation: organisations.name,
      region: organisations.region,
      plan: contracts.plan,
      level: contracts.level,
      validFrom: contracts.validFrom,
      validUntil: contracts.validUntil,
      firstResponse: contracts.firstResponse,
      firstResponseBySeverity: contracts.firstResponseBySeverity,
      email: contracts.email,
    })
    .from(contracts)
    .innerJoin(organisations, ofItsOrganisation)
    .where(and(eq(contracts.tenantId, tenantId), inArray(column, [...names])))
    .orderBy(desc(contracts.validFrom));
}

/**
 * Of an organisation's contracts the newest that has begun; the next one where none has.
 *
 * @param newestFirst by their first day
 * @param day of the vendor, `YYYY-MM-DD`
 */
export const contractOn = (
  newestFirst: readonly ContractFacts[],
  day: string,
): ContractFacts | undefined =>
  newestFirst.find(({ validFrom }) => validFrom <= day) ?? newestFirst.at(-1);

/** The contract as the policy asks for it. */
export const entitlementFactsOf = (contract: ContractFacts): EntitlementFacts => ({
  validFrom: contract.validFrom,
  ...(contract.validUntil !== null ? { validUntil: contract.validUntil } : {}),
  ...(contract.plan !== null ? { plan: contract.plan } : {}),
  ...(contract.level !== null ? { level: contract.level } : {}),
  ...(contract.firstResponse !== null ? { firstResponse: contract.firstResponse } : {}),
  ...(contract.firstResponseBySeverity !== null
    ? { firstResponseBySeverity: contract.firstResponseBySeverity }
    : {}),
});
