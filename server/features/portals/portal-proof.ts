import type { PortalProof } from '#shared/wire/portal.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';

/** What is proven of a portal, for a request that comes from it. */
export const portalProofOf = ({
  memberId,
  domain,
  boxed,
  license,
  version,
  installedAt,
  uninstalledAt,
}: PortalRow): PortalProof => ({
  memberId,
  domain,
  kind: boxed === null ? null : boxed ? 'box' : 'cloud',
  license,
  version,
  installed: installedAt !== null && uninstalledAt === null,
});
