import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';

type Holder = Pick<RequesterRow, 'identity' | 'contract' | 'organisation'>;

/**
 * The contracts of many requesters in one query, by the rule of `findContract`: the one whose number a
 * signed identity names, else the newest of its organisation.
 *
 * @returns null where none is on record
 */
export async function contractsOnRecord(
  db: Database,
  tenantId: string,
  holders: readonly Holder[],
): Promise<(holder: Holder) => EntitlementFacts | null> {
  const signed = holders.filter(({ identity }) => identity === 'token');
  const numbers = distinct(signed.map(({ contract }) => contract));
  const names = distinct(signed.map(({ organisation }) => organisation));
  if (numbers.length === 0 && names.length === 0) return () => null;
  const rows = await db
    .select({ contract: contracts, organisation: organisations.name })
    .from(contracts)
    .innerJoin(
      organisations,
      and(
        eq(organisations.tenantId, contracts.tenantId),
        eq(organisations.id, contracts.organisationId),
      ),
    )
    .where(
      and(
        eq(contracts.tenantId, tenantId),
        or(inArray(contracts.number, numbers), inArray(organisations.name, names)),
      ),
    )
    .orderBy(desc(contracts.validFrom));
  const byNumber = new Map(rows.map((row) => [row.contract.number, row.contract]));
  // the newest comes first and stays
  const byName = new Map(rows.toReversed().map((row) => [row.organisation, row.contract]));
  return ({ identity, contract, organisation }) => {
    if (identity !== 'token') return null;
    const row = contract === null ? byName.get(organisation ?? '') : byNumber.get(contract);
    return row ? factsOf(row) : null;
  };
}

const distinct = (names: readonly (string | null)[]): string[] => [
  ...new Set(names.filter((name) => name !== null)),
];

const factsOf = (row: typeof contracts.$inferSelect): EntitlementFacts => ({
  plan: row.plan ?? undefined,
  level: row.level ?? undefined,
  validFrom: row.validFrom,
  validUntil: row.validUntil ?? undefined,
  firstResponse: row.firstResponse ?? undefined,
});
