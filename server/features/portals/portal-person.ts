import type { Database } from '#server/db/connect.ts';
import { sha256 } from '#server/digest.ts';
import { portalProofOf } from '#server/features/portals/portal-proof.ts';
import { findPortalSession } from '#server/features/portals/portal-sessions.repository.ts';
import type { FindPortalPerson } from '#server/features/requesters/identity.ts';

/**
 * Finds whose page of a portal a secret belongs to. Who runs a portal can call anybody by any address, so an
 * address is proven only where an operator has bound the portal to a contract.
 */
export const portalPersonFinder =
  (db: Database): FindPortalPerson =>
  async (tenantId, secret, now) => {
    const found = await findPortalSession(db, tenantId, sha256(secret), new Date(now));
    if (!found) return undefined;
    const { session, portal } = found;
    const { name, email, position } = session.person;
    return {
      portal: portalProofOf(portal),
      userId: session.userId,
      isAdmin: session.isAdmin === true,
      claims: {
        iss: `https://${portal.domain}`,
        sub: String(session.userId),
        aud: `desk:${tenantId}`,
        iat: Math.floor(session.verifiedAt.getTime() / 1000),
        exp: Math.floor(session.expiresAt.getTime() / 1000),
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email, email_verified: portal.contractNumber !== null }),
        ...(position !== undefined && { position }),
        ...(portal.contractNumber !== null && { contract: portal.contractNumber }),
      },
    };
  };
