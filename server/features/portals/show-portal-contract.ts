import type { PortalContract } from '#shared/wire/portal-contract.ts';
import type { Deps } from '#server/deps.ts';
import { entitlementFactsOf } from '#server/features/organisations/contract-facts.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import {
  countListedContacts,
  isListedContact,
} from '#server/features/organisations/listed-contacts.ts';
import { findContractAsk } from '#server/features/portals/portal-contract-asks.repository.ts';
import { contractStanding } from '#server/features/portals/portal-contract-state.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { entitlementOf } from '#server/policy/decision/entitlement.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** Who looks: an administrator sees numbers, anybody whether the contract lists them. */
export interface PortalReader {
  readonly isAdmin: boolean;
  /** Proven only where the contract is confirmed. */
  readonly email: string | undefined;
}

/** How the contract of a portal stands. */
export async function showPortalContract(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  policy: Policy,
  portal: Pick<PortalRow, 'tenantId' | 'memberId' | 'contractNumber'>,
  { isAdmin, email }: PortalReader,
): Promise<PortalContract> {
  const { tenantId, contractNumber } = portal;
  const at = now();
  const [ask, contract] = await Promise.all([
    findContractAsk(db, portal),
    contractNumber === null
      ? undefined
      : findContract(db, tenantId, { contract: contractNumber }, vendorDate(policy, at)),
  ]);
  const [listedContacts, listed] = contract
    ? await Promise.all([
        countListedContacts(db, tenantId, contract.number),
        email !== undefined && isListedContact(db, tenantId, contract.number, email),
      ])
    : [null, false];
  const entitlement = contract ? entitlementFactsOf(contract) : null;
  const { state, effect, clause } = entitlementOf(policy, { proven: true, entitlement }, at);
  const { plans, entitlement: rule } = policy.pack;
  return {
    ...contractStanding(portal, ask),
    number: isAdmin ? contractNumber : null,
    askedNumber: isAdmin ? (ask?.number ?? null) : null,
    reason: isAdmin ? (ask?.refusal ?? null) : null,
    validUntil: contract?.validUntil ?? null,
    plan: plans.find(({ id }) => id === contract?.plan)?.name ?? null,
    listedContacts,
    listed,
    entitlement: { state, effect, clause, href: rule.nextStep.href ?? null },
    isAdmin,
  };
}
