import type { Deps } from '#server/deps.ts';
import { applyNews } from '#server/features/vendor-portal/apply-news.ts';
import {
  callByWebhook,
  type CallFailure,
  type CallPortal,
} from '#server/features/vendor-portal/call-vendor-portal.ts';
import { settleTurn, takeTurn } from '#server/features/portals/portal-paces.repository.ts';
import { notePushes } from '#server/features/vendor-portal/note-pushes.ts';
import {
  holdPortal,
  leasePortal,
  releasePortal,
  type Worker,
} from '#server/features/vendor-portal/portal-lease.ts';
import {
  beginNews,
  beginPush,
  settleNews,
  settlePush,
} from '#server/features/vendor-portal/pushes.repository.ts';
import { pushTicket } from '#server/features/vendor-portal/push-ticket.ts';
import type { VendorPortalRow } from '#server/features/vendor-portal/vendor-portal.table.ts';
import { vendorPortalUrlPlace } from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { fail, type Result } from '#shared/result.ts';
import { backOffMs } from '#server/jobs/back-off.ts';

/** So much is done before other portals have their turn. */
const mostAtOnce = 20;
/** What failed so often is given up: about three days after the first attempt. */
const mostAttempts = 18;
const firstRetryMs = 5000;
const longestRetryMs = 12 * 3_600_000;
/** A portal may work on a call for a minute after nobody waits for it any more. */
const lostRetryMs = 75_000;
/** Longer than this a portal is not waited for: it rests. */
const longestWaitMs = 2000;
const firstRestMs = 2000;
const longestRestMs = 300_000;

/** How somebody works for portals. */
export interface PortalWork {
  readonly worker: Worker;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * Notes what happened, and does for one portal what is to be done there: what it told is looked into, and what
 * happened to tickets is shown there.
 *
 * @returns 0 when nothing is left for now
 */
export async function workVendorPortals(deps: Deps, work: PortalWork): Promise<number> {
  const noted = await notePushes(deps);
  const portal = await leasePortal(deps.db, new Date(deps.now()), work.worker);
  if (!portal) return noted;
  const worked = await workPortal(deps, work, portal);
  if (worked) {
    const now = new Date(deps.now());
    await releasePortal(deps.db, portal, work.worker, now, worked.learned);
  }
  return noted + (worked?.tried ?? 0);
}

/** What became known of a portal while somebody worked for it. */
type Learned = Partial<Pick<VendorPortalRow, 'lastPushAt' | 'lastError'>>;

/** @returns how much was tried; undefined where the lease was lost: another server works for it by now */
async function workPortal(
  deps: Deps,
  { worker, wait, signal }: PortalWork,
  portal: VendorPortalRow,
): Promise<{ readonly learned: Learned; readonly tried: number } | undefined> {
  const { tenantId, settings } = portal;
  const { db, now } = deps;
  const paced = { tenantId, host: portal.host };
  let learned: Learned = {};
  let failures = 0;
  let [isLost, rests, stops] = [false, false, false];
  const url = deps.secretBox.open(portal.sealedUrl, vendorPortalUrlPlace(tenantId));
  const rest = async (count: number, restMs: number) => {
    rests = true;
    await settleTurn(db, paced, count, new Date(now() + restMs));
  };
  let tiredMs = 0;
  const bare = callByWebhook(deps.vendorPortalHttp, url, now, (restMs) => (tiredMs = restMs));
  const call: CallPortal = async (method, params) => {
    for (;;) {
      const turn = await takeTurn(db, paced, new Date(now()));
      if (turn.taken) {
        failures = turn.failures;
        break;
      }
      const restMs = turn.until.getTime() - now();
      stops ||= restMs > longestWaitMs || signal?.aborted === true;
      if (stops) return fail({ kind: 'busy', code: 'resting', restMs });
      await wait(Math.max(1, restMs));
    }
    isLost ||= !(await holdPortal(db, portal, worker, new Date(now())));
    return isLost ? fail({ kind: 'later', code: 'lease_lost' }) : bare(method, params);
  };
  let count = 0;
  for (; count < mostAtOnce && !rests && !signal?.aborted; count += 1) {
    const tried = await tryNext(deps, call, portal, settings);
    if (isLost) return undefined;
    if (tried === undefined || stops) break;
    if (tried.ok) {
      learned = { lastError: null, lastPushAt: new Date(now()) };
      if (tiredMs > 0) await rest(0, tiredMs);
      else if (failures > 0) await settleTurn(db, paced, 0);
      continue;
    }
    const { failure } = tried;
    learned = { ...learned, lastError: failure.code };
    if (failure.kind === 'never') continue;
    const usualMs = backOffMs(failures + 1, firstRestMs, longestRestMs);
    await rest(failures + 1, (failure.kind === 'busy' ? failure.restMs : undefined) ?? usualMs);
  }
  return { learned, tried: count };
}

/** Does the next thing; undefined where there is none. */
async function tryNext(
  deps: Deps,
  call: CallPortal,
  { tenantId }: VendorPortalRow,
  settings: VendorPortalRow['settings'],
): Promise<Result<unknown, CallFailure> | undefined> {
  const news = await beginNews(deps.db, tenantId, new Date(deps.now()));
  if (news) {
    const applied = await applyNews({ deps, call, tenantId, settings }, news);
    const now = deps.now();
    if (applied.ok && applied.value !== 'wait')
      await settleNews(deps.db, news, { outcome: applied.value });
    else if (news.attempts >= mostAttempts || (!applied.ok && applied.failure.kind === 'never'))
      await settleNews(deps.db, news, { outcome: 'given_up' });
    else {
      const busy = !applied.ok && applied.failure.kind === 'busy';
      const tryAt = new Date(now + backOffMs(news.attempts, firstRetryMs, longestRetryMs));
      await settleNews(deps.db, news, { tryAt, ...(busy && { attempts: news.attempts - 1 }) });
    }
    return applied;
  }
  const next = await beginPush(deps.db, tenantId, new Date(deps.now()));
  if (!next) return undefined;
  const { push, event } = next;
  const { ticketId, attempts } = push;
  const again = attempts > 1;
  const pushed = await pushTicket({ deps, call, tenantId, settings, ticketId, event, again });
  const now = deps.now();
  await settlePush(deps.db, push, afterAttempt(pushed, attempts, now), new Date(now));
  return pushed;
}

function afterAttempt(pushed: Result<void, CallFailure>, attempts: number, now: number) {
  if (pushed.ok)
    return { state: 'delivered', deliveredAt: new Date(now), lastError: null } as const;
  const { kind, code: lastError } = pushed.failure;
  // it was not even looked at: no attempt
  if (kind === 'busy') return { attempts: attempts - 1, lastError };
  if (kind === 'never' || attempts >= mostAttempts) return { state: 'dead', lastError } as const;
  const waitMs = backOffMs(attempts, firstRetryMs, longestRetryMs);
  const atLeast = kind === 'lost' ? lostRetryMs : 0;
  return { tryAt: new Date(now + Math.max(waitMs, atLeast)), lastError };
}
