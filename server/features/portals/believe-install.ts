import { lifeTsOf, type PortalEvent } from '#server/features/portals/event-form.ts';
import { inTransaction } from '#server/db/transact.ts';
import { askPortal } from '#server/features/portals/ask-portal.ts';
import { proveToken, type PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  changePortal,
  savePortalTokens,
  saveSeenPortal,
} from '#server/features/portals/portals.repository.ts';
import {
  accessPlace,
  eventKeyPlace,
  refreshPlace,
} from '#server/features/portals/remember-administrator.ts';

/**
 * What became of an event; `later` is tried again. `unconfirmed`: a removal that nobody denied and nobody said for
 * certain, so that nothing was erased.
 */
export type EventOutcome =
  | 'done'
  | 'not_proven'
  | 'not_admin'
  | 'outdated'
  | 'unconfirmed'
  | 'later';

/**
 * Believes that an app was installed or updated, once its token is proven: by the OAuth server, as an
 * administrator's by the portal itself. The token alone proves whose it is and not what was posted beside it, so
 * that anybody of the portal could otherwise make up the secret of its events.
 */
export async function believeInstall(
  deps: PortalDeps,
  app: PortalAppRow,
  event: PortalEvent,
): Promise<EventOutcome> {
  const { accessToken, refreshToken, applicationToken, memberId, ts } = event;
  if (accessToken === undefined) return 'not_proven';
  const place = { tenantId: app.tenantId, memberId };
  const proven = await proveToken(deps, app, { ...event, accessToken }, 'app');
  if (!proven.ok) return proven.failure.kind === 'unavailable' ? 'later' : 'not_proven';
  const { identity, side, kept } = proven.value;
  if (kept && ts < kept.lifeTs) return 'outdated';
  const { restUrl, userId, expiresAt, domain, version, status, scopes } = identity;
  const says =
    restUrl === undefined
      ? undefined
      : await askPortal(deps.portalHttp, { restUrl, accessToken }, userId);
  // a portal that is down for a minute may still say it; one that may not be called never will
  if (says && says.isAdmin === undefined) return 'later';
  if (says?.isAdmin !== true) return 'not_admin';
  const at = new Date(deps.now());
  await inTransaction(deps.db, async (tx) => {
    await saveSeenPortal(tx, {
      ...place,
      domain,
      restUrl: restUrl ?? null,
      oauthSide: side,
      version,
      status,
      scopes,
      seenAt: at,
      ...says.edition,
    });
    await changePortal(tx, place, {
      installedAt: at,
      uninstalledAt: null,
      erasureAskedAt: null,
      lifeTs: lifeTsOf(event, deps.now()),
      ...(applicationToken !== undefined && {
        sealedEventKey: deps.secretBox.seal(applicationToken, eventKeyPlace(place)),
      }),
    });
    if (refreshToken !== undefined)
      await savePortalTokens(tx, {
        ...place,
        userId,
        sealedAccess: deps.secretBox.seal(accessToken, accessPlace(place)),
        sealedRefresh: deps.secretBox.seal(refreshToken, refreshPlace(place)),
        expiresAt,
        refreshedAt: at,
      });
  });
  return 'done';
}
