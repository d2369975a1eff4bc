import { fail, succeed, type Result } from '#shared/result.ts';
import type { Transaction } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  changePortalTokens,
  findPortal,
  lockPortalTokens,
  type PortalPlace,
} from '#server/features/portals/portals.repository.ts';
import type { PortalTokenRow } from '#server/features/portals/portals.table.ts';
import { readRefreshAnswer } from '#server/features/portals/refresh-answer.ts';
import { accessPlace, refreshPlace } from '#server/features/portals/remember-administrator.ts';
import { sealPlace } from '#server/secret-box.ts';

/**
 * `none`: nobody's was ever kept; `lost`: refused with this code, `fresh` where just now, until an administrator
 * opens the app; `later`: nobody could say.
 */
export type TokenLoss =
  | { readonly kind: 'none' }
  | { readonly kind: 'lost'; readonly code: string; readonly fresh: boolean }
  | { readonly kind: 'later' };

const deadlineMs = 5000;
/** A token that ends so soon is as good as ended, milliseconds. */
const marginMs = 30_000;

/** What the secret of the vendor's app is bound to when it is sealed. */
export const appSecretPlace = (tenantId: string) =>
  sealPlace(tenantId, 'portal_apps', tenantId, 'client_secret');

/**
 * An access token by which the server may act in a portal. One that has ended is refreshed: by one at a time for
 * each portal, because the pair before is dead from then on, and in the transaction that keeps the new pair.
 *
 * @param refused a token that the portal has called ended
 */
export async function usableToken(
  deps: PortalDeps,
  app: PortalAppRow,
  place: PortalPlace,
  refused?: string,
): Promise<Result<string, TokenLoss>> {
  const portal = await findPortal(deps.db, place);
  if (!portal) return fail({ kind: 'none' });
  return inTransaction(deps.db, async (tx) => {
    const kept = await lockPortalTokens(tx, place);
    if (!kept) return fail({ kind: 'none' });
    if (kept.refusedAs !== null) return fail({ kind: 'lost', code: kept.refusedAs, fresh: false });
    const token = deps.secretBox.open(kept.sealedAccess, accessPlace(place));
    const lives = kept.expiresAt.getTime() > deps.now() + marginMs;
    if (lives && token !== refused) return succeed(token);
    return refresh(deps, tx, app, kept, deps.oauthHosts[portal.oauthSide]);
  });
}

/** The access token as it is kept, ended or refused as it may be; undefined where nobody's is. */
export const keptAccess = (
  { db, secretBox }: Pick<PortalDeps, 'db' | 'secretBox'>,
  place: PortalPlace,
): Promise<string | undefined> =>
  inTransaction(db, async (tx) => {
    const kept = await lockPortalTokens(tx, place);
    return kept && secretBox.open(kept.sealedAccess, accessPlace(place));
  });

async function refresh(
  deps: PortalDeps,
  tx: Transaction,
  app: PortalAppRow,
  kept: PortalTokenRow,
  oauthHost: string,
): Promise<Result<string, TokenLoss>> {
  const { secretBox } = deps;
  const reply = await deps.portalHttp({
    url: `${oauthHost}/oauth/token/`,
    deadlineMs,
    form: {
      grant_type: 'refresh_token',
      client_id: app.clientId,
      client_secret: secretBox.open(app.sealedSecret, appSecretPlace(app.tenantId)),
      refresh_token: secretBox.open(kept.sealedRefresh, refreshPlace(kept)),
    },
  });
  if (reply.kind === 'none' || reply.status >= 500) return fail({ kind: 'later' });
  const answer = readRefreshAnswer(reply.status, reply.body);
  if (answer.kind === 'unreadable') return fail({ kind: 'later' });
  if (answer.kind === 'renewed' && answer.pair.memberId === kept.memberId) {
    const { accessToken, refreshToken, userId, expiresInSeconds } = answer.pair;
    const at = deps.now();
    await changePortalTokens(tx, kept, {
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
  if (code !== 'invalid_client' && code !== 'wrong_client')
    await changePortalTokens(tx, kept, { refusedAs: code });
  return fail({ kind: 'lost', code, fresh: true });
}
