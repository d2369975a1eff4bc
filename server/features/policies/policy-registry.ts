import { editionInForce, type Policy } from '#server/policy/packs.ts';

/** The policies this server runs. Data in, lookups out; loading is the caller's. */
export interface PolicyRegistry {
  /** Vendors in the order of their names. */
  readonly vendors: readonly string[];
  /** The edition that decides a request received at this instant; undefined for an unknown vendor. */
  inForce(vendor: string, at: number): Policy | undefined;
  /** Every edition of a vendor, the newest first; empty for an unknown vendor. */
  editions(vendor: string): readonly Policy[];
  /** The edition a ticket was decided by. */
  edition(vendor: string, edition: string): Policy | undefined;
}

/** Looks policies up by vendor, instant and edition. */
export function policyRegistry(policies: readonly Policy[]): PolicyRegistry {
  const vendors = [...new Set(policies.map(({ pack }) => pack.vendor))].sort();
  const byEdition = new Map(
    policies.map((policy) => [`${policy.pack.vendor} ${policy.pack.edition}`, policy]),
  );
  return {
    vendors,
    inForce: (vendor, at) => editionInForce(policies, vendor, at),
    editions: (vendor) =>
      policies
        .filter(({ pack }) => pack.vendor === vendor)
        .toSorted((a, b) => ((b.pack.validFrom ?? '') > (a.pack.validFrom ?? '') ? 1 : -1)),
    edition: (vendor, edition) => byEdition.get(`${vendor} ${edition}`),
  };
}
