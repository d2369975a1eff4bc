import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { IncompleteContracts } from '#shared/wire/organisation.ts';
import type { Database } from '#server/db/connect.ts';
import {
  contracts,
  ofItsOrganisation,
  organisations,
} from '#server/features/organisations/organisations.table.ts';
import { contractGaps } from '#server/policy/decision/request-flags.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/**
 * Contracts that are not over and lack what the regulation leaves to them or needs of them.
 *
 * @param at epoch milliseconds
 */
export async function incompleteContracts(
  db: Database,
  policy: Policy,
  at: number,
): Promise<IncompleteContracts['contracts']> {
  const { pack } = policy;
  const rows = await db
    .select({
      number: contracts.number,
      organisation: organisations.name,
      plan: contracts.plan,
      level: contracts.level,
      firstResponse: contracts.firstResponse,
      firstResponseBySeverity: contracts.firstResponseBySeverity,
      email: contracts.email,
    })
    .from(contracts)
    .innerJoin(organisations, ofItsOrganisation)
    .where(
      and(
        eq(contracts.tenantId, pack.vendor),
        or(isNull(contracts.validUntil), gte(contracts.validUntil, vendorDate(policy, at))),
      ),
    )
    .orderBy(asc(contracts.number));
  return rows.flatMap(({ number, organisation, ...contract }) => {
    const gaps = contractGaps(pack, contract);
    return gaps.length > 0 ? [{ number, organisation, gaps }] : [];
  });
}
