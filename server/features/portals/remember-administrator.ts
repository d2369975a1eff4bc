import { sealPlace } from '#server/secret-box.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import type { Entered } from '#server/features/portals/enter-portal.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import {
  changePortal,
  savePortalTokens,
  type PortalPlace,
} from '#server/features/portals/portals.repository.ts';

/** What the access token of a portal's administrator is bound to when it is sealed. */
export const accessPlace = ({ tenantId, memberId }: PortalPlace) =>
  sealPlace(tenantId, 'portal_tokens', memberId, 'access');
/** The same of the token that makes new ones. */
export const refreshPlace = ({ tenantId, memberId }: PortalPlace) =>
  sealPlace(tenantId, 'portal_tokens', memberId, 'refresh');
/** The same of the secret that comes with a portal's events. */
export const eventKeyPlace = ({ tenantId, memberId }: PortalPlace) =>
  sealPlace(tenantId, 'portals', memberId, 'event_key');

/**
 * Keeps what an administrator brings: the pair of tokens by which the server acts in the portal, and on the
 * page of the installer the secret of its events. Of anybody else nothing is kept, because anybody can post
 * any secret beside a token of their own.
 */
export async function rememberAdministrator(
  { db, now, secretBox }: PortalDeps,
  form: Pick<EntryForm, 'accessToken' | 'refreshToken' | 'applicationToken'>,
  { portal, session, identity }: Entered,
  page: 'app' | 'install',
): Promise<void> {
  if (session.isAdmin !== true || form.refreshToken === undefined) return;
  const place = { tenantId: portal.tenantId, memberId: portal.memberId };
  await savePortalTokens(db, {
    ...place,
    userId: session.userId,
    sealedAccess: secretBox.seal(form.accessToken, accessPlace(place)),
    sealedRefresh: secretBox.seal(form.refreshToken, refreshPlace(place)),
    expiresAt: identity.expiresAt,
    refreshedAt: new Date(now()),
  });
  if (page === 'install' && form.applicationToken !== undefined)
    await changePortal(db, place, {
      sealedEventKey: secretBox.seal(form.applicationToken, eventKeyPlace(place)),
    });
}
