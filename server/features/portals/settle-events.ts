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
import { faultOf } from '#server/http/fault.ts';

const atOnce = 4;
/** Longer than any event takes; a server that dies is replaced after it, milliseconds. */
const claimMs = 60_000;
/** How often an event is looked into whose server does not answer, or that meets a fault: for some hours. */
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
  const { log } = deps;
  const about = { portal: row.memberId, event: row.name, attempts: row.attempts };
  const outcome = await outcomeOf(deps, row, erase).catch((error: unknown) => {
    log.error({ ...about, fault: faultOf(error) }, 'an event was not seen to');
    return 'fault' as const;
  });
  const at = deps.now();
  const again = outcome === 'later' || outcome === 'fault';
  if (again && row.attempts < mostAttempts)
    return postponePortalEvent(deps.db, row, new Date(at + 1000 * 2 ** row.attempts));
  if (again) log.error({ ...about, outcome }, 'an event was given up');
  if (outcome === 'not_proven' || outcome === 'not_admin' || outcome === 'unconfirmed')
    log.warn({ ...about, outcome }, 'an event proved nothing');
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
