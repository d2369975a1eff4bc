import { fail, succeed, type Result } from '#shared/result.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { findPortal } from '#server/features/portals/portals.repository.ts';
import { readRefreshAnswer } from '#server/features/portals/refresh-answer.ts';
import { accessPlace, refreshPlace } from '#server/features/portals/remember-administrator.ts';
import {
  endRenewal,
  keepNewPair,
  type Renewal,
} from '#server/features/portals/token-renewals.repository.ts';
import type { TokenLoss } from '#server/features/portals/usable-token.ts';
import { sealPlace } from '#server/secret-box.ts';

const deadlineMs = 5000;
/** Longer than the OAuth server may take and the new pair is written; a server that dies is replaced after it, milliseconds. */
export const renewalMs = 10_000;

/** What the secret of the vendor's app is bound to when it is sealed. */
export const appSecretPlace = (tenantId: string) =>
  sealPlace(tenantId, 'portal_apps', tenantId, 'client_secret');

/**
 * Asks the OAuth server for a new pair and keeps it. Should this server die between the two, the pair that is kept is
 * dead: the next attempt is refused, and an administrator who opens the app brings a new one.
 */
export async function renewToken(
  deps: PortalDeps,
  app: PortalAppRow,
  renewal: Renewal,
): Promise<Result<string, TokenLoss>> {
  const { kept } = renewal;
  const { db, secretBox } = deps;
  const answer = await askForPair(deps, app, renewal);
  if (answer.kind === 'unreadable') {
    await endRenewal(db, renewal, null);
    return fail({ kind: 'later' });
  }
  if (answer.kind === 'renewed' && answer.pair.memberId === kept.memberId) {
    const { accessToken, refreshToken, userId, expiresInSeconds } = answer.pair;
    const at = deps.now();
    await keepNewPair(db, renewal, {
      userId,
      sealedAccess: secretBox.seal(accessToken, accessPlace(kept)),
      sealedRefresh: secretBox.seal(refreshToken, refreshPlace(kept)),
      expiresAt: new Date(at + expiresInSeconds * 1000),
      refreshedAt: new Date(at),
    });
    return succeed(accessToken);
  }
  const code = answer.kind === 'refused' ? answer.code : 'other_portal';
  // a wrong secret is the vendor's to mend: no administrator of a portal can
  const vendors = code === 'invalid_client' || code === 'wrong_client';
  await endRenewal(db, renewal, vendors ? null : code);
  return fail({ kind: 'lost', code, fresh: true });
}

async function askForPair(
  { db, portalHttp, oauthHosts, secretBox }: PortalDeps,
  app: PortalAppRow,
  { kept }: Renewal,
): Promise<ReturnType<typeof readRefreshAnswer>> {
  const portal = await findPortal(db, kept);
  if (!portal) return { kind: 'unreadable' };
  const reply = await portalHttp({
    url: `${oauthHosts[portal.oauthSide]}/oauth/token/`,
    deadlineMs,
    form: {
      grant_type: 'refresh_token',
      client_id: app.clientId,
      client_secret: secretBox.open(app.sealedSecret, appSecretPlace(app.tenantId)),
      refresh_token: secretBox.open(kept.sealedRefresh, refreshPlace(kept)),
    },
  });
  if (reply.kind === 'none' || reply.status >= 500) return { kind: 'unreadable' };
  return readRefreshAnswer(reply.status, reply.body);
}
