import type { Database } from '#server/db/connect.ts';
import {
  contractOn,
  contractsBy,
  type ContractFacts,
} from '#server/features/organisations/contract-facts.ts';

/**
 * The contract a signed identity names: by its number, else the one of its organisation that holds on
 * a day. Undefined when the tenant has none on record.
 *
 * @param day of the vendor, `YYYY-MM-DD`
 */
export async function findContract(
  db: Database,
  tenantId: string,
  claims: { readonly contract?: string | undefined; readonly org?: string | undefined },
  day: string,
): Promise<ContractFacts | undefined> {
  const { contract, org } = claims;
  if (contract !== undefined) {
    const [named] = await contractsBy(db, tenantId, 'number', [contract]);
    return named;
  }
  if (org === undefined) return undefined;
  return contractOn(await contractsBy(db, tenantId, 'organisation', [org]), day);
}
