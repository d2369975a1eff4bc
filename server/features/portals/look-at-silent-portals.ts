import { believeUninstall, type ErasePortal } from '#server/features/portals/believe-uninstall.ts';
import { lookAtPortal } from '#server/features/portals/look-at-portal.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { takeTurn } from '#server/features/portals/portal-paces.repository.ts';
import {
  changePortal,
  claimSilentPortals,
  findPortalApp,
  findPortalTokens,
} from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { accessPlace } from '#server/features/portals/remember-administrator.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { verifyToken } from '#server/features/portals/verify-token.ts';

/** What became of a portal that nobody was heard of; `unknown`: its token has ended, and it is too soon for a new one. */
export type Look = 'same' | 'removed' | 'unpaid' | 'unknown' | 'unavailable';

const dayMs = 86_400_000;
/** A pair is renewed only so seldom where nothing needs it: Bitrix24 wants none by a schedule, and lets it die after 180 days. */
const renewAfterMs = 30 * dayMs;
const atOnce = 4;

/**
 * Asks the OAuth server after portals of which nobody was heard for a day, since events are sent once and may never come:
 * each at most once a day, with the token that is kept.
 *
 * @returns how many were asked after
 */
export async function lookAtSilentPortals(deps: PortalDeps, erase: ErasePortal): Promise<number> {
  const now = deps.now();
  const since = new Date(now - dayMs);
  const silent = await claimSilentPortals(deps.db, { now: new Date(now), since, limit: atOnce });
  await Promise.all(
    silent.map(async (portal) => {
      const app = await findPortalApp(deps.db, portal.tenantId);
      const look = app ? await lookAt(deps, app, portal, erase) : 'unknown';
      deps.log.info({ portal: portal.memberId, look }, 'a silent portal');
    }),
  );
  return silent.length;
}

async function lookAt(
  deps: PortalDeps,
  app: PortalAppRow,
  portal: PortalRow,
  erase: ErasePortal,
): Promise<Look> {
  const kept = await findPortalTokens(deps.db, portal);
  if (!kept || kept.refusedAs !== null) return 'unknown';
  const token = deps.secretBox.open(kept.sealedAccess, accessPlace(portal));
  const first = await ask(deps, app, portal, token);
  const renewable =
    first === 'doubtful' ||
    (first === 'expired' && kept.refreshedAt.getTime() + renewAfterMs <= deps.now());
  if (!renewable) return settle(first);
  const renewed = await usableToken(deps, app, portal, token);
  if (renewed.ok) return settle(await ask(deps, app, portal, renewed.value));
  return settle(renewed.failure.kind === 'lost' ? answerOf(renewed.failure.code) : 'unavailable');

  async function settle(answer: Answer): Promise<Look> {
    if (answer === 'gone') {
      const event = { memberId: portal.memberId, ts: portal.lifeTs, data: {} };
      const believed = await believeUninstall(deps, app, event, erase);
      return believed === 'done' || believed === 'unconfirmed' ? 'removed' : 'unknown';
    }
    if (answer === 'unpaid') await changePortal(deps.db, portal, { paymentExpired: true });
    if (answer === 'same') await askAboutPayment(deps, app, portal);
    return answer === 'expired' || answer === 'doubtful' ? 'unknown' : answer;
  }
}

/** `expired`: it says no more of an ended token. `doubtful`: the token is none, for whatever reason. */
type Answer = 'same' | 'gone' | 'unpaid' | 'expired' | 'doubtful' | 'unknown' | 'unavailable';

/** Asks whose the token is, and writes down what is said of the app there. */
async function ask(
  deps: PortalDeps,
  app: PortalAppRow,
  portal: PortalRow,
  token: string,
): Promise<Answer> {
  const answer = await verifyToken(deps.portalHttp, deps.oauthHosts, token, portal.oauthSide);
  if (!answer.ok)
    return answer.failure.kind === 'unavailable' ? 'unavailable' : answerOf(answer.failure.code);
  const { clientId, memberId, version, status, scopes } = answer.value.facts;
  if (clientId !== app.clientId || memberId !== portal.memberId) return 'unknown';
  await changePortal(deps.db, portal, { version, status, scopes });
  return 'same';
}

function answerOf(code: string): Answer {
  if (code === 'expired_token') return 'expired';
  if (code === 'PAYMENT_REQUIRED') return 'unpaid';
  // an administrator who left the company loses every token too
  return code === 'NOT_INSTALLED' || code === 'not_found' ? 'gone' : 'doubtful';
}

/** A portal that is to be left alone is asked another day. */
async function askAboutPayment(
  deps: PortalDeps,
  app: PortalAppRow,
  portal: PortalRow,
): Promise<void> {
  if (portal.restUrl === null) return;
  const host = new URL(portal.restUrl).host;
  const turn = await takeTurn(deps.db, { tenantId: app.tenantId, host }, new Date(deps.now()));
  if (turn.taken) await lookAtPortal(deps, app, portal.memberId);
}
