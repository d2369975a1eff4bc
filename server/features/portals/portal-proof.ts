import type { PortalProof } from '#shared/wire/portal.ts';
import { paymentOf } from '#server/features/portals/portal-payment.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';

/** What is proven of a portal, for a request that comes from it. */
export function portalProofOf(portal: PortalRow): PortalProof {
  const { memberId, domain, boxed, license, version, installedAt, uninstalledAt } = portal;
  const payment = paymentOf(portal);
  return {
    memberId,
    domain,
    kind: boxed === null ? null : boxed ? 'box' : 'cloud',
    license,
    version,
    installed: installedAt !== null && uninstalledAt === null,
    ...(payment && { payment }),
  };
}
