import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { EventOutcome } from '#server/features/portals/believe-install.ts';
import type { PortalEvent } from '#server/features/portals/event-form.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  changePortal,
  findPortal,
  removePortalTokens,
} from '#server/features/portals/portals.repository.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { verifyToken } from '#server/features/portals/verify-token.ts';

/** What an OAuth server says of an app that is gone. Anything else leaves the portal as it is. */
const gone = new Set([
  'NOT_INSTALLED',
  'invalid_token',
  'invalid_grant',
  'NO_AUTH_FOUND',
  'not_found',
]);

/** What removes what people of a portal wrote, where its administrator asked for it. */
export type ErasePortal = (tenantId: string, memberId: string) => Promise<void>;

/**
 * Believes that an app was removed, once the OAuth server no longer knows it there: the secret of events is
 * printed into every employee's page, so that it alone is no proof of anything that cannot be undone.
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
  const token = await usableToken(deps, app, place);
  if (!token.ok && token.failure.kind === 'later') return 'later';
  if (token.ok) {
    const side = portal.oauthSide;
    const known = await verifyToken(deps.portalHttp, deps.oauthHosts, token.value, side);
    if (known.ok) return known.value.facts.installed ? 'not_proven' : remove();
    if (known.failure.kind === 'unavailable') return 'later';
    if (known.failure.code === 'expired_token') {
      const renewed = await usableToken(deps, app, place, token.value);
      if (renewed.ok) return 'not_proven';
      return isGone(renewed.failure) ? remove() : 'later';
    }
    return gone.has(known.failure.code) ? remove() : 'not_proven';
  }
  return isGone(token.failure) ? remove() : 'not_proven';

  async function remove(): Promise<EventOutcome> {
    await inTransaction(deps.db, async (tx) => {
      await removePortalTokens(tx, place);
      await changePortal(tx, place, {
        uninstalledAt: new Date(deps.now()),
        lifeTs: event.ts,
        sealedEventKey: null,
      });
    });
    if (event.data['CLEAN'] === '1') await erase(place.tenantId, place.memberId);
    return 'done';
  }
}

const isGone = (loss: { readonly kind: string; readonly code?: string }): boolean =>
  loss.kind === 'lost' && gone.has(loss.code ?? '');
