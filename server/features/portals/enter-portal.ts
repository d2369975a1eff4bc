import { fail, succeed, type Result } from '#shared/result.ts';
import { sha256 } from '#server/digest.ts';
import { askPortal, type PortalSays } from '#server/features/portals/ask-portal.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import type { PortalIdentity } from '#server/features/portals/judge-entry.ts';
import type { OAuthSide } from '#server/features/portals/oauth-hosts.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { savePortalPerson } from '#server/features/portals/portal-people.repository.ts';
import { limitEntry } from '#server/features/portals/limit-entries.ts';
import { portalRequesterId } from '#server/features/requesters/identity.ts';
import { insertPortalSession } from '#server/features/portals/portal-sessions.repository.ts';
import type { PortalSessionRow } from '#server/features/portals/portal-sessions.table.ts';
import {
  proveToken,
  type PortalDeps,
  type Unproven,
} from '#server/features/portals/prove-token.ts';
import { saveSeenPortal } from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';

/** A person who was proven, at a page of the app. */
export interface Entered {
  readonly identity: PortalIdentity;
  readonly portal: PortalRow;
  readonly session: PortalSessionRow;
  /** Of the session; kept nowhere else. */
  readonly secret: string;
}

/** A page lives no longer than an hour without being proven again, milliseconds. */
const sessionMs = 3_600_000;

/** `too_many`: of this network, person or portal; seconds until it may be tried again. */
export type NotEntered = Unproven | { readonly kind: 'too_many'; readonly waitSeconds: number };

/**
 * Lets a person of a portal in: proven at an OAuth server before the portal itself is asked anything. The
 * token is used and not kept.
 *
 * @param network whose request it is, to be counted; undefined where nobody can say
 */
export async function enterPortal(
  deps: PortalDeps,
  app: PortalAppRow,
  form: Pick<EntryForm, 'domain' | 'memberId' | 'accessToken' | 'serverEndpoint'>,
  page: 'app' | 'install',
  network: string | undefined,
): Promise<Result<Entered, NotEntered>> {
  const limited = await limitEntry(deps, app.tenantId, form, network);
  const { waitSeconds } = limited;
  if (waitSeconds > 0) return fail({ kind: 'too_many', waitSeconds });
  const proven = await proveToken(deps, app, form, page);
  if (!proven.ok) return proven;
  await limited.proven();
  const { identity, side } = proven.value;
  const says = await saidBy(deps, identity, form.accessToken);
  if (!says) return fail({ kind: 'unproven', why: 'other_person' });
  return succeed(await letIn(deps, app.tenantId, identity, side, says));
}

const saidBy = async (
  { portalHttp }: PortalDeps,
  { restUrl, userId }: PortalIdentity,
  accessToken: string,
): Promise<PortalSays | undefined> =>
  restUrl === undefined
    ? { person: {}, isAdmin: undefined, edition: undefined }
    : askPortal(portalHttp, { restUrl, accessToken }, userId);

async function letIn(
  { db, ids, now }: PortalDeps,
  tenantId: string,
  identity: PortalIdentity,
  oauthSide: OAuthSide,
  { person, isAdmin, edition }: PortalSays,
): Promise<Entered> {
  const at = new Date(now());
  const { memberId, userId, domain, installed, version, status, scopes } = identity;
  const portal = await saveSeenPortal(db, {
    tenantId,
    memberId,
    domain,
    restUrl: identity.restUrl ?? null,
    oauthSide,
    version,
    status,
    scopes,
    seenAt: at,
    // whoever opens it has it again, whether or not its install was told of
    uninstalledAt: null,
    erasureAskedAt: null,
    ...(installed && { installedAt: at }),
    ...edition,
  });
  const expiresAt = new Date(Math.min(identity.expiresAt.getTime(), at.getTime() + sessionMs));
  const secret = bearer(ids.secret(), `${memberId}/${userId}`, expiresAt);
  const session: PortalSessionRow = {
    tokenSha256: sha256(secret),
    tenantId,
    memberId,
    userId,
    isAdmin: isAdmin ?? null,
    person,
    createdAt: at,
    verifiedAt: at,
    expiresAt,
  };
  await insertPortalSession(db, session);
  const requesterId = portalRequesterId(tenantId, memberId, userId);
  await savePortalPerson(db, { tenantId, memberId, userId, requesterId, seenAt: at });
  return { identity, portal, session, secret };
}

/** A random secret, and behind it what the page has to know of it: whose it is, and until when. */
function bearer(secret: string, sub: string, expiresAt: Date): string {
  const known = { sub, exp: Math.floor(expiresAt.getTime() / 1000) };
  return `b24_${secret}.${Buffer.from(JSON.stringify(known)).toString('base64url')}`;
}
