import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import {
  judgeEntry,
  type EntryRefusal,
  type PortalIdentity,
} from '#server/features/portals/judge-entry.ts';
import {
  likelySide,
  withoutTls,
  type OAuthHosts,
  type OAuthSide,
} from '#server/features/portals/oauth-hosts.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { findPortal } from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { verifyToken } from '#server/features/portals/verify-token.ts';

/** What portals work with beside the usual. */
export interface PortalDeps extends Pick<Deps, 'db' | 'ids' | 'now' | 'secretBox' | 'log'> {
  readonly portalHttp: PortalHttp;
  readonly oauthHosts: OAuthHosts;
}

/** Whose a token is, and what was known of the portal before. */
export interface Proven {
  readonly identity: PortalIdentity;
  readonly side: OAuthSide;
  readonly kept: PortalRow | undefined;
}

/** `unavailable`: the OAuth servers could not be asked; otherwise why the token proves nothing, or their own code. */
export type Unproven =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unproven'; readonly why: EntryRefusal | 'other_person' | (string & {}) };

/** Holds what somebody posted beside a token against what the OAuth servers say of it. */
export async function proveToken(
  deps: PortalDeps,
  app: PortalAppRow,
  posted: Pick<EntryForm, 'domain' | 'memberId' | 'accessToken' | 'serverEndpoint'>,
  page: 'app' | 'install',
): Promise<Result<Proven, Unproven>> {
  const kept = await findPortal(deps.db, { tenantId: app.tenantId, memberId: posted.memberId });
  const likely = likelySide(deps.oauthHosts, { ...posted, kept: kept?.oauthSide });
  const known = await verifyToken(deps.portalHttp, deps.oauthHosts, posted.accessToken, likely);
  if (!known.ok)
    return fail(
      known.failure.kind === 'unavailable'
        ? known.failure
        : { kind: 'unproven', why: known.failure.code },
    );
  const { facts, side } = known.value;
  const judged = judgeEntry(posted, facts, {
    clientId: app.clientId,
    formerDomains: kept ? [kept.domain, ...kept.formerDomains] : [],
    now: deps.now(),
    page,
    withoutTls: withoutTls(deps.oauthHosts),
  });
  return judged.ok
    ? succeed({ identity: judged.value, side, kept })
    : fail({ kind: 'unproven', why: judged.failure });
}
