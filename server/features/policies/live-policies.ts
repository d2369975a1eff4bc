import { policyRegistry, type PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A registry whose policies can be replaced while the server runs. */
export interface LivePolicies {
  /** Always answers by the policies put in last. */
  readonly registry: PolicyRegistry;
  replace(policies: readonly Policy[]): void;
}

/** Starts with these policies. What was looked up before a replacement stays as it was. */
export function livePolicies(policies: readonly Policy[]): LivePolicies {
  let current = policyRegistry(policies);
  return {
    registry: {
      get vendors() {
        return current.vendors;
      },
      inForce: (vendor, at) => current.inForce(vendor, at),
      editions: (vendor) => current.editions(vendor),
      edition: (vendor, edition) => current.edition(vendor, edition),
    },
    replace: (next) => {
      current = policyRegistry(next);
    },
  };
}
