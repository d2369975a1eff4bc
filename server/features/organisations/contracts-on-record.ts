import type { Database } from '#server/db/connect.ts';
import {
  contractOn,
  contractsBy,
  entitlementFactsOf,
  type ContractFacts,
} from '#server/features/organisations/contract-facts.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';

type Holder = Pick<RequesterRow, 'identity' | 'contract' | 'organisation'>;

/**
 * The contracts of many requesters at once, by the rule of `findContract`.
 *
 * @returns null where none is on record; the day is one of the vendor, `YYYY-MM-DD`
 */
export async function contractsOnRecord(
  db: Database,
  tenantId: string,
  holders: readonly Holder[],
): Promise<(holder: Holder, day: string) => EntitlementFacts | null> {
  const signed = holders.filter(({ identity }) => identity === 'token');
  const numbers = distinct(signed.map(({ contract }) => contract));
  const names = distinct(signed.map(({ organisation }) => organisation));
  const numbered = await contractsBy(db, tenantId, 'number', numbers);
  const ofNamed = await contractsBy(db, tenantId, 'organisation', names);
  const byNumber = new Map(numbered.map((row) => [row.number, row]));
  const byName = new Map<string, ContractFacts[]>(names.map((name) => [name, []]));
  for (const row of ofNamed) byName.get(row.organisation)?.push(row);
  return ({ identity, contract, organisation }, day) => {
    if (identity !== 'token') return null;
    const row =
      contract === null
        ? contractOn(byName.get(organisation ?? '') ?? [], day)
        : byNumber.get(contract);
    return row ? entitlementFactsOf(row) : null;
  };
}

const distinct = (names: readonly (string | null)[]): string[] => [
  ...new Set(names.filter((name) => name !== null)),
];
