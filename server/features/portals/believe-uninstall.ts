import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { EventOutcome } from '#server/features/portals/believe-install.ts';
import { lifeTsOf, type PortalEvent } from '#server/features/portals/event-form.ts';
import { tellHeadsOfPortal } from '#server/features/agent-notices/tell-heads-of-portal.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  changePortal,
  findPortal,
  removePortalTokens,
} from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { keptAccess, usableToken, type TokenLoss } from '#server/features/portals/usable-token.ts';
import { verifyToken } from '#server/features/portals/verify-token.ts';

/** What an OAuth server says only where an app is gone. */
const surelyGone = 'NOT_INSTALLED';
/** What it says of the tokens of an app that is gone, but of an administrator who left the company too. */
const perhapsGone = new Set(['invalid_token', 'invalid_grant', 'NO_AUTH_FOUND', 'not_found']);

/** What removes what people of a portal wrote, where its administrator asked for it. */
export type ErasePortal = (tenantId: string, memberId: string) => Promise<void>;

/**
 * Believes that an app was removed, once the OAuth server no longer knows it there: the secret of events is
 * printed into every employee's page, so that it alone is no proof of anything that cannot be undone. What could
 * mean something else ends the tokens, which the next opening brings anew, and erases nothing: the heads of the desk
 * are told, for it is theirs to ask the customer.
 */
export async function believeUninstall(
  deps: PortalDeps,
  app: PortalAppRow,
  event: Pick<PortalEvent, 'memberId' | 'ts' | 'data'>,
  erase: ErasePortal,
): Promise<EventOutcome> {
  const place = { tenantId: app.tenantId, memberId: event.memberId };
  const portal = await findPortal(deps.db, place);
  if (!portal || event.ts < portal.lifeTs) return 'outdated';
  const standing = await standingOf(deps, app, portal);
  if (standing === 'unknown') return 'later';
  if (standing === 'installed') return 'not_proven';
  const at = new Date(deps.now());
  const toErase = event.data['CLEAN'] === '1';
  const unconfirmed = standing === 'perhaps_gone';
  await inTransaction(deps.db, async (tx) => {
    await removePortalTokens(tx, place);
    await changePortal(tx, place, {
      installedAt: null,
      uninstalledAt: at,
      erasureAskedAt: toErase && unconfirmed ? at : null,
      lifeTs: lifeTsOf(event, deps.now()),
      sealedEventKey: null,
    });
    if (toErase && unconfirmed) await tellHeadsOfPortal(tx, place, at);
  });
  if (unconfirmed) return 'unconfirmed';
  if (toErase) await erase(place.tenantId, place.memberId);
  return 'done';
}

type Standing = 'installed' | 'gone' | 'perhaps_gone' | 'unknown';

/** Asks whether the app is still there: by the access token, then by the one that makes new ones. */
async function standingOf(
  deps: PortalDeps,
  app: PortalAppRow,
  portal: PortalRow,
): Promise<Standing> {
  const access = await keptAccess(deps, portal);
  if (access === undefined) return 'installed';
  const known = await verifyToken(deps.portalHttp, deps.oauthHosts, access, portal.oauthSide);
  // while a new version is being installed the app counts as not installed, and is not gone
  if (known.ok) return known.value.facts.installed ? 'installed' : 'unknown';
  if (known.failure.kind === 'unavailable') return 'unknown';
  if (known.failure.code === surelyGone) return 'gone';
  const renewed = await usableToken(deps, app, portal, access);
  return renewed.ok ? 'installed' : standingBy(renewed.failure);
}

function standingBy(loss: TokenLoss): Standing {
  if (loss.kind === 'later') return 'unknown';
  if (loss.kind === 'none') return 'installed';
  // what was said before the event says nothing of it, and tokens that are refused can go
  if (!loss.fresh) return 'perhaps_gone';
  if (loss.code === surelyGone) return 'gone';
  return perhapsGone.has(loss.code) ? 'perhaps_gone' : 'installed';
}
