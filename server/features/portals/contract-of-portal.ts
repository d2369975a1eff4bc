import type { PortalContractState } from '#shared/wire/portal-contract.ts';
import type { Database } from '#server/db/connect.ts';
import { findContractAsk } from '#server/features/portals/portal-contract-asks.repository.ts';
import { contractStanding } from '#server/features/portals/portal-contract-state.ts';
import { findPortal, type PortalPlace } from '#server/features/portals/portals.repository.ts';

/** How the contract of a portal stands for those who read a ticket from there; undefined of one not known any more. */
export async function contractOfPortal(
  db: Database,
  place: PortalPlace,
): Promise<{ readonly state: PortalContractState; readonly waits: boolean } | undefined> {
  const [portal, ask] = await Promise.all([findPortal(db, place), findContractAsk(db, place)]);
  if (!portal) return undefined;
  const { state, change } = contractStanding(portal, ask);
  return { state, waits: state === 'asked' || change === 'asked' };
}
