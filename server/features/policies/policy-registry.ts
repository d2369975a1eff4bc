import {
  editionKey,
  type Publication,
  type Publications,
} from '#server/features/policies/publications.ts';
import type { EditionEffect } from '#server/policy/edition/edition-effect.ts';
import { editionAt, editionStarts } from '#server/policy/edition/edition-order.ts';
import type { Policy } from '#server/policy/packs.ts';

/** How an edition stands at an instant. */
export interface EditionStanding {
  readonly policy: Policy;
  /** Whether it is the one that decides. */
  readonly inForce: boolean;
  readonly effect: EditionEffect;
  /** Undefined while no publication is on record. */
  readonly publication: Publication | undefined;
}

/** The policies this server runs. Data in, lookups out; loading is the caller's. */
export interface PolicyRegistry {
  /** Vendors in the order of their names. */
  readonly vendors: readonly string[];
  /** The edition that decides a request received at this instant; undefined for an unknown vendor. */
  inForce(vendor: string, at: number): Policy | undefined;
  /** Every edition of a vendor, the newest first; empty for an unknown vendor. */
  editions(vendor: string): readonly Policy[];
  /** The same with how each stands at an instant, epoch milliseconds. */
  standings(vendor: string, at: number): readonly EditionStanding[];
  /** The edition a ticket was decided by. */
  edition(vendor: string, edition: string): Policy | undefined;
}

/** Looks policies up by vendor, instant and edition. */
export function policyRegistry(
  policies: readonly Policy[],
  publications: Publications = new Map(),
): PolicyRegistry {
  const vendors = [...new Set(policies.map(({ pack }) => pack.vendor))].sort();
  const byEdition = new Map(policies.map((policy) => [editionKey(policy.pack), policy]));
  const publicationOf = ({ pack }: Policy) => publications.get(editionKey(pack));
  const publishedAt = (policy: Policy) => publicationOf(policy)?.publishedAt.getTime();
  const starts = new Map(
    vendors.map((vendor) => [vendor, editionStarts(policies, vendor, publishedAt)]),
  );
  const startsOf = (vendor: string) => starts.get(vendor) ?? [];
  return {
    vendors,
    inForce: (vendor, at) => editionAt(startsOf(vendor), at),
    editions: (vendor) =>
      startsOf(vendor)
        .map(({ policy }) => policy)
        .toReversed(),
    standings: (vendor, at) => {
      const decides = editionAt(startsOf(vendor), at);
      return startsOf(vendor)
        .map(({ policy, effect }) => ({
          policy,
          inForce: policy === decides,
          effect: effect(at),
          publication: publicationOf(policy),
        }))
        .toReversed();
    },
    edition: (vendor, edition) => byEdition.get(editionKey({ vendor, edition })),
  };
}
