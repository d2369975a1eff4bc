import { timingSafeEqual } from 'node:crypto';
import { inTransaction } from '#server/db/transact.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { sha256 } from '#server/digest.ts';
import { sealPlace } from '#server/secret-box.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalEvent } from '#server/features/portals/event-form.ts';
import { limitEvent } from '#server/features/portals/limit-entries.ts';
import { insertPortalEvent } from '#server/features/portals/portal-events.repository.ts';
import { removePortalSessions } from '#server/features/portals/portal-sessions.repository.ts';
import { findPortal, type PortalPlace } from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { eventKeyPlace } from '#server/features/portals/remember-administrator.ts';

/** What a waiting event is bound to when it is sealed. */
export const eventBodyPlace = (tenantId: string, digest: string) =>
  sealPlace(tenantId, 'portal_events', digest, 'body');

/**
 * Takes an event in, so that it can be answered at once: what it says is looked into later. One that names another
 * secret than its portal has, or a portal that nobody knows, is refused; an install may bring a secret of its
 * own, because its token is proven before anything is believed.
 *
 * That an app is gone ends its open pages at once: somebody who forges it only makes people open them anew.
 *
 * Fails with `portal.not_proven`, or `portal.too_many` where too many came of late that name no secret.
 *
 * @param body as it came
 */
export async function takeEvent(
  deps: Pick<PortalDeps, 'db' | 'now' | 'secretBox'>,
  tenantId: string,
  event: PortalEvent,
  body: string,
): Promise<Result<'stored' | 'dropped', Problem>> {
  const place = { tenantId, memberId: event.memberId };
  const portal = await findPortal(deps.db, place);
  const proof = proofOf(deps, place, portal, event);
  if (proof === 'none') return fail({ code: 'portal.not_proven' });
  const { name } = event;
  if (name === 'other')
    return proof === 'secret' ? succeed('dropped') : fail({ code: 'portal.not_proven' });
  if (proof !== 'secret') {
    const waitSeconds = await limitEvent(deps, place, portal !== undefined);
    if (waitSeconds > 0) return fail({ code: 'portal.too_many', params: { waitSeconds } });
  }
  const at = new Date(deps.now());
  // with its token, so that nobody who foresees an event can send it first with none that is worth anything
  const { memberId, ts, data, accessToken = '' } = event;
  const digest = sha256(JSON.stringify([name, memberId, ts, data, accessToken]));
  const kept = {
    tenantId,
    sha256: digest,
    memberId,
    name,
    ts,
    sealedBody: deps.secretBox.seal(body, eventBodyPlace(tenantId, digest)),
    receivedAt: at,
    nextAt: at,
  };
  if (name === 'ONAPPUNINSTALL')
    await inTransaction(deps.db, async (tx) => {
      await insertPortalEvent(tx, kept);
      await removePortalSessions(tx, place);
    });
  else await insertPortalEvent(deps.db, kept);
  return succeed('stored');
}

/** What speaks for an event before anybody else is asked: its secret, a token that is still to be proven, nothing. */
function proofOf(
  { secretBox }: Pick<PortalDeps, 'secretBox'>,
  place: PortalPlace,
  portal: PortalRow | undefined,
  event: PortalEvent,
): 'secret' | 'token' | 'portal' | 'none' {
  const { applicationToken, name } = event;
  const brings = event.accessToken !== undefined;
  const installs = name === 'ONAPPINSTALL' || name === 'ONAPPUPDATE';
  const sealed = portal?.sealedEventKey;
  if (sealed && applicationToken !== undefined) {
    if (isSame(secretBox.open(sealed, eventKeyPlace(place)), applicationToken)) return 'secret';
    return installs && brings ? 'token' : 'none';
  }
  if (installs && brings) return 'token';
  // it brings no secret by the documentation; nothing is believed of it but that somebody may look
  return name === 'ONAPPPAYMENT' && portal && applicationToken === undefined ? 'portal' : 'none';
}

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
