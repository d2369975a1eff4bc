import { believeInstall, type EventOutcome } from '#server/features/portals/believe-install.ts';
import { believeUninstall, type ErasePortal } from '#server/features/portals/believe-uninstall.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { readPortalEvent } from '#server/features/portals/event-form.ts';
import { lookAtPortal } from '#server/features/portals/look-at-portal.ts';
import {
  claimPortalEvents,
  finishPortalEvent,
  postponePortalEvent,
} from '#server/features/portals/portal-events.repository.ts';
import type { PortalEventRow } from '#server/features/portals/portal-events.table.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { eventBodyPlace } from '#server/features/portals/take-event.ts';

const atOnce = 4;
/** Longer than any event takes; a server that dies is replaced after it, milliseconds. */
const claimMs = 60_000;
/** How often an event is looked into whose server does not answer: for some hours. */
const mostAttempts = 12;

/**
 * Looks into events that were taken in, several at a time.
 *
 * @returns how many; fewer than asked for means that nothing is left for now
 */
export async function settlePortalEvents(deps: PortalDeps, erase: ErasePortal): Promise<number> {
  const started = deps.now();
  const claimed = await claimPortalEvents(
    deps.db,
    new Date(started),
    new Date(started + claimMs),
    atOnce,
  );
  await Promise.all(claimed.map((event) => settle(deps, event, erase)));
  return claimed.length;
}

async function settle(deps: PortalDeps, row: PortalEventRow, erase: ErasePortal): Promise<void> {
  const outcome = await outcomeOf(deps, row, erase);
  const at = deps.now();
  if (outcome === 'later' && row.attempts < mostAttempts)
    return postponePortalEvent(deps.db, row, new Date(at + 1000 * 2 ** row.attempts));
  if (outcome === 'not_proven' || outcome === 'not_admin' || outcome === 'unconfirmed')
    deps.log.warn({ portal: row.memberId, event: row.name, outcome }, 'an event proved nothing');
  await finishPortalEvent(deps.db, row, outcome, new Date(at));
}

async function outcomeOf(
  deps: PortalDeps,
  { tenantId, memberId, name, sha256, sealedBody }: PortalEventRow,
  erase: ErasePortal,
): Promise<EventOutcome> {
  const app = await findPortalApp(deps.db, tenantId);
  if (!app || sealedBody === null) return 'outdated';
  const event = readPortalEvent(deps.secretBox.open(sealedBody, eventBodyPlace(tenantId, sha256)));
  if (!event.ok) return 'outdated';
  if (name === 'ONAPPPAYMENT') return lookAtPortal(deps, app, memberId);
  if (name === 'ONAPPUNINSTALL') return believeUninstall(deps, app, event.value, erase);
  return believeInstall(deps, app, event.value);
}
