import { findContract, type ContractFacts } from '#server/features/organisations/find-contract.ts';
import type { Database } from '#server/db/connect.ts';
import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import type { HostClaims } from '#server/features/requesters/host-token.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import type { Identity } from '#server/features/requesters/identity.ts';

/** What the policy asks about a requester, and the contract behind it. */
export interface RequesterFacts {
  readonly question: PolicyRequester;
  readonly contract: ContractFacts | undefined;
  /** Fields of the form that the signed identity answers. */
  readonly known: readonly string[];
}

/** Which claim answers which field of a pack's form. */
export const answeringClaims = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  organisation: 'org',
  position: 'position',
  contractNumber: 'contract',
} as const satisfies Record<string, keyof HostClaims>;

/** Only a signed identity has a contract: a number that somebody types proves nothing. */
export async function requesterFacts(
  db: Database,
  tenantId: string,
  identity: Identity,
): Promise<RequesterFacts> {
  if (identity.kind !== 'token') return unknownRequester;
  return factsOf(db, tenantId, identity.claims);
}

/** The same for a stored requester, long after the token is gone. */
export async function requesterFactsOf(db: Database, row: RequesterRow): Promise<RequesterFacts> {
  if (row.identity !== 'token') return unknownRequester;
  return factsOf(db, row.tenantId, {
    name: row.name ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    org: row.organisation ?? undefined,
    position: row.position ?? undefined,
    contract: row.contract ?? undefined,
    category: row.category ?? undefined,
  });
}

const unknownRequester: RequesterFacts = {
  question: { proven: false, entitlement: null },
  contract: undefined,
  known: [],
};

type KnownClaims = Partial<
  Record<(typeof answeringClaims)[keyof typeof answeringClaims] | 'category', string | undefined>
>;

async function factsOf(
  db: Database,
  tenantId: string,
  claims: KnownClaims,
): Promise<RequesterFacts> {
  const contract = await findContract(db, tenantId, claims);
  return {
    contract,
    known: Object.entries(answeringClaims).flatMap(([field, claim]) =>
      claims[claim] ? [field] : [],
    ),
    question: {
      proven: true,
      ...(claims.category !== undefined ? { category: claims.category } : {}),
      entitlement: contract ? entitlementOf(contract) : null,
    },
  };
}

function entitlementOf(contract: ContractFacts) {
  return {
    validFrom: contract.validFrom,
    ...(contract.validUntil !== null ? { validUntil: contract.validUntil } : {}),
    ...(contract.plan !== null ? { plan: contract.plan } : {}),
    ...(contract.level !== null ? { level: contract.level } : {}),
    ...(contract.firstResponse !== null ? { firstResponse: contract.firstResponse } : {}),
  };
}
