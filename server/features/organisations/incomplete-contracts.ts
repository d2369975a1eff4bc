import { and, asc, eq, gt, gte, isNull, or } from 'drizzle-orm';
import type { IncompleteContracts } from '#shared/wire/organisation.ts';
import type { Database } from '#server/db/connect.ts';
import {
  contracts,
  ofItsOrganisation,
  organisations,
} from '#server/features/organisations/organisations.table.ts';
import { readOn, type PageAsked } from '#server/http/read-on.ts';
import { contractGaps } from '#server/policy/decision/request-flags.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** Contracts that are read at once: mostly nothing lacks. */
const batchSize = 500;

/**
 * A page of the contracts that are not over and lack what the regulation leaves to them or needs of them,
 * by number.
 *
 * @param at epoch milliseconds
 */
export async function incompleteContracts(
  db: Database,
  policy: Policy,
  at: number,
  asked: PageAsked<string>,
): Promise<IncompleteContracts> {
  const { pack } = policy;
  const read = (after: string | undefined, count: number) =>
    db
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
          after === undefined ? undefined : gt(contracts.number, after),
          or(isNull(contracts.validUntil), gte(contracts.validUntil, vendorDate(policy, at))),
        ),
      )
      .orderBy(asc(contracts.number))
      .limit(count);
  const page = await readOn(
    asked,
    read,
    ({ number }) => number,
    ({ number, organisation, ...contract }) => {
      const gaps = contractGaps(pack, contract);
      return gaps.length > 0 ? { number, organisation, gaps } : undefined;
    },
    batchSize,
  );
  return { contracts: page.rows, next: page.next };
}
