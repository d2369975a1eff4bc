import { fail, succeed, type Result } from '#shared/result.ts';
import type { PortalProof } from '#shared/wire/portal.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { sha256 } from '#server/digest.ts';
import {
  verifyHostToken,
  type HostClaims,
  type VerificationKey,
} from '#server/features/requesters/host-token.ts';

/** Who a request says it comes from, as far as that is proven. */
export type Identity =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'device'; readonly requesterId: string }
  | {
      readonly kind: 'token';
      readonly requesterId: string;
      readonly claims: HostClaims;
      /** Where they speak from, for a person of a customer's portal. */
      readonly portal?: PortalProof;
      /** Whether that portal calls them its administrator. */
      readonly isPortalAdmin?: boolean;
    };

/** Undefined for somebody who said nothing of who they are. */
export const requesterOf = (identity: Identity): string | undefined =>
  identity.kind === 'nobody' ? undefined : identity.requesterId;

/** Undefined when the tenant has no such key in use. */
export type FindIdentityKey = (
  tenantId: string,
  kid: string,
) => Promise<VerificationKey | undefined>;

/** A person of a customer's portal, as the portal's own credentials proved. */
export interface PortalPersonFound {
  readonly portal: PortalProof;
  readonly userId: number;
  /** As the portal says. */
  readonly isAdmin: boolean;
  readonly claims: HostClaims;
}

/** Undefined when no open page of a portal has this secret. */
export type FindPortalPerson = (
  tenantId: string,
  secret: string,
  now: number,
) => Promise<PortalPersonFound | undefined>;

/** Who can say whose a credential is. */
export interface IdentityFinders {
  readonly findIdentityKey: FindIdentityKey;
  readonly findPortalPerson: FindPortalPerson;
}

/** Random secret that a browser made for itself; whoever holds it is the same unknown person. */
const deviceSecret = /^dev_[A-Za-z0-9_-]{43}$/;
/** Secret of a page that this server opened in a portal. */
const portalSecret = /^b24_[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{1,200}$/;

/**
 * Reads the `Authorization` header of the requester's side.
 *
 * @param now epoch milliseconds
 */
export async function identifyRequester(
  authorization: string | undefined,
  tenantId: string,
  { findIdentityKey, findPortalPerson }: IdentityFinders,
  now: number,
): Promise<Result<Identity, Problem>> {
  if (authorization === undefined) return succeed({ kind: 'nobody' });
  const bearer = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (!bearer) return fail({ code: 'identity.rejected' });
  if (deviceSecret.test(bearer)) {
    return succeed({ kind: 'device', requesterId: requesterId(tenantId, 'device', bearer) });
  }
  if (portalSecret.test(bearer)) {
    const found = await findPortalPerson(tenantId, bearer, now);
    if (!found) return fail({ code: 'identity.rejected' });
    const { claims, portal, userId, isAdmin } = found;
    const id = portalRequesterId(tenantId, portal.memberId, userId);
    return succeed({ kind: 'token', requesterId: id, claims, portal, isPortalAdmin: isAdmin });
  }
  const findKey = (kid: string) => findIdentityKey(tenantId, kid);
  const verified = await verifyHostToken(bearer, tenantId, findKey, now);
  if (!verified.ok) return fail({ code: 'identity.rejected' });
  const { iss, sub } = verified.value;
  return succeed({
    kind: 'token',
    requesterId: requesterId(tenantId, 'token', `${iss}\n${sub}`),
    claims: verified.value,
  });
}

/** The requester that a person of a portal is. */
export const portalRequesterId = (tenantId: string, memberId: string, userId: number): string =>
  requesterId(tenantId, 'portal', `${memberId}\n${userId}`);

const requesterId = (
  tenantId: string,
  kind: 'device' | 'token' | 'portal',
  subject: string,
): string => `rqr_${sha256(`${tenantId}\n${kind}\n${subject}`).slice(0, 26)}`;

/** `https://modme.example/` → `modme.example`: the host that vouches, as people read it. */
export function vouchingHost(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
