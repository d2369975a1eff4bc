import type { Deps } from '#server/deps.ts';
import type { ErasePortal } from '#server/features/portals/believe-uninstall.ts';
import { eraseAllOf } from '#server/features/erasure/erase-all-of.ts';
import { removeContractAsk } from '#server/features/portals/portal-contract-asks.repository.ts';
import {
  removePortalPeople,
  requestersOfPortal,
} from '#server/features/portals/portal-people.repository.ts';

/**
 * Takes away what the people of a portal wrote and who they are, as its administrator asked for when the app was
 * removed. Interrupted, it goes on where it is called again.
 */
export const erasePortal =
  (deps: Pick<Deps, 'db' | 'files' | 'policies' | 'now'>): ErasePortal =>
  async (tenantId, memberId) => {
    const place = { tenantId, memberId };
    for (const requesterId of await requestersOfPortal(deps.db, place))
      await eraseAllOf(
        deps,
        { tenantId, requesterId },
        { id: `portal:${memberId}`, name: 'Bitrix24' },
        { reason: 'asked' },
      );
    await removePortalPeople(deps.db, place);
    await removeContractAsk(deps.db, place);
  };
