import type { Database } from '#server/db/connect.ts';
import {
  entitlementFactsOf,
  type ContractFacts,
} from '#server/features/organisations/contract-facts.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { acceptedAgreement } from '#server/features/requesters/accepted-agreement.ts';
import type { HostClaims } from '#server/features/requesters/host-token.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { regionsOf } from '#server/policy/decision/contract-faults.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** What the policy asks about a requester, and the contract behind it. */
export interface RequesterFacts {
  readonly question: PolicyRequester;
  readonly contract: ContractFacts | undefined;
  /** Fields of the form that the signed identity answers. */
  readonly known: readonly string[];
  /** By the names of the pack; undefined where nobody knows, or the pack tells none apart. */
  readonly region: string | undefined;
}

/** Which claim answers which field of a pack's form. */
const answeringClaims = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  organisation: 'org',
  position: 'position',
  contractNumber: 'contract',
} as const satisfies Record<string, keyof HostClaims>;

/** Answers that somebody's claims give by themselves, by field. */
export const answersOfClaims = (claims: HostClaims): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answeringClaims).flatMap(([field, claim]) => {
      const value = claims[claim];
      return value === undefined ? [] : [[field, value] as const];
    }),
  );

/**
 * Only a signed identity has a contract: a number that somebody types proves nothing.
 *
 * @param at instant of the request, epoch milliseconds
 */
export async function requesterFacts(
  db: Database,
  policy: Policy,
  identity: Identity,
  at: number,
): Promise<RequesterFacts> {
  if (identity.kind !== 'token') return unknownRequester;
  return factsOf(db, policy, { id: identity.requesterId, claims: identity.claims }, at);
}

/** The same for a stored requester, long after the token is gone. */
export async function requesterFactsOf(
  db: Database,
  policy: Policy,
  row: RequesterRow,
  at: number,
): Promise<RequesterFacts> {
  if (row.identity !== 'token') return unknownRequester;
  const claims = {
    name: row.name ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    org: row.organisation ?? undefined,
    position: row.position ?? undefined,
    contract: row.contract ?? undefined,
    category: row.category ?? undefined,
    region: row.region ?? undefined,
  };
  return factsOf(db, policy, { id: row.id, claims }, at);
}

const unknownRequester: RequesterFacts = {
  question: { proven: false, entitlement: null },
  contract: undefined,
  known: [],
  region: undefined,
};

type KnownClaims = Partial<
  Record<
    (typeof answeringClaims)[keyof typeof answeringClaims] | 'category' | 'region',
    string | undefined
  >
>;

async function factsOf(
  db: Database,
  policy: Policy,
  { id, claims }: { readonly id: string; readonly claims: KnownClaims },
  at: number,
): Promise<RequesterFacts> {
  const contract = await findContract(db, policy.pack.vendor, claims, vendorDate(policy, at));
  const region = claims.region ?? contract?.region ?? undefined;
  const category = claims.category === undefined ? {} : { category: claims.category };
  return {
    contract,
    region: region !== undefined && regionsOf(policy.pack).has(region) ? region : undefined,
    known: Object.entries(answeringClaims).flatMap(([field, claim]) =>
      claims[claim] ? [field] : [],
    ),
    question: {
      proven: true,
      ...category,
      entitlement: contract
        ? entitlementFactsOf(contract)
        : await acceptedAgreement(db, policy, id, claims.category),
    },
  };
}
