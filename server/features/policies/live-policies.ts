import { policyRegistry, type PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Publications } from '#server/features/policies/publications.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A registry whose policies can be replaced while the server runs. */
export interface LivePolicies {
  /** Always answers by the policies and publications put in last. */
  readonly registry: PolicyRegistry;
  replace(policies: readonly Policy[]): void;
  /** An edition that waited for its publication may hold from now on. */
  publish(publications: Publications): void;
}

/** Starts with these policies. What was looked up before a replacement stays as it was. */
export function livePolicies(
  policies: readonly Policy[],
  publications: Publications = new Map(),
): LivePolicies {
  let held = policies;
  let published = publications;
  let current = policyRegistry(held, published);
  return {
    registry: {
      get vendors() {
        return current.vendors;
      },
      inForce: (vendor, at) => current.inForce(vendor, at),
      editions: (vendor) => current.editions(vendor),
      standings: (vendor, at) => current.standings(vendor, at),
      edition: (vendor, edition) => current.edition(vendor, edition),
    },
    replace: (next) => {
      held = next;
      current = policyRegistry(held, published);
    },
    publish: (next) => {
      published = next;
      current = policyRegistry(held, published);
    },
  };
}
