import type { PortalContractState } from '#shared/wire/portal-contract.ts';
import type { PortalContractAskRow } from '#server/features/portals/portal-contract-asks.table.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';

/** How far the contract of a portal has come, and what was asked while one is confirmed. */
export interface ContractStanding {
  readonly state: PortalContractState;
  readonly change: 'asked' | 'refused' | null;
}

/** A confirmed contract holds, whatever else was asked meanwhile. */
export function contractStanding(
  { contractNumber }: Pick<PortalRow, 'contractNumber'>,
  ask: Pick<PortalContractAskRow, 'number' | 'refusedAt'> | undefined,
): ContractStanding {
  const asked = !ask || ask.number === null ? null : ask.refusedAt === null ? 'asked' : 'refused';
  return contractNumber === null
    ? { state: asked ?? 'none', change: null }
    : { state: 'confirmed', change: asked };
}
