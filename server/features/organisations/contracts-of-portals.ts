import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { contractsBy } from '#server/features/organisations/contract-facts.ts';
import { contractPortals } from '#server/features/organisations/organisations.table.ts';

/** A contract that a portal has or asks for. */
export interface PortalContractFacts {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly plan: string | null;
  /** Whether it lists the address of that portal. */
  readonly namesPortal: boolean;
}

/**
 * What is on record of the contracts that portals have or ask for.
 *
 * @returns null where there is no contract of this number; `host` is the portal's, with its port
 */
export async function contractsOfPortals(
  db: Database,
  tenantId: string,
  named: readonly (string | null)[],
): Promise<(number: string, host: string) => PortalContractFacts | null> {
  const numbers = [...new Set(named.filter((number) => number !== null))];
  const [found, listed] = await Promise.all([
    contractsBy(db, tenantId, 'number', numbers),
    numbers.length === 0
      ? []
      : db
          .select({ number: contractPortals.contractNumber, url: contractPortals.url })
          .from(contractPortals)
          .where(
            and(
              eq(contractPortals.tenantId, tenantId),
              inArray(contractPortals.contractNumber, numbers),
            ),
          ),
  ]);
  return (number, host) => {
    const contract = found.find((one) => one.number === number);
    if (!contract) return null;
    const { organisationId: id, organisation: name, validFrom, validUntil, plan } = contract;
    const namesPortal = listed.some((one) => one.number === number && hostOf(one.url) === host);
    return { organisation: { id, name }, validFrom, validUntil, plan, namesPortal };
  };
}

const hostOf = (origin: string): string => new URL(origin).host;
