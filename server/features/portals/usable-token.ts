import { setTimeout as pause } from 'node:timers/promises';
import { fail, succeed, type Result } from '#shared/result.ts';
import { atMost, type InTurn } from '#server/at-most.ts';
import type { Database } from '#server/db/connect.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { findPortalTokens, type PortalPlace } from '#server/features/portals/portals.repository.ts';
import type { PortalTokenRow } from '#server/features/portals/portals.table.ts';
import { accessPlace } from '#server/features/portals/remember-administrator.ts';
import { renewToken, renewalMs } from '#server/features/portals/renew-token.ts';
import { claimRenewal } from '#server/features/portals/token-renewals.repository.ts';

/**
 * `none`: nobody's was ever kept; `lost`: refused with this code, `fresh` where just now, until an administrator
 * opens the app; `later`: nobody could say.
 */
export type TokenLoss =
  | { readonly kind: 'none' }
  | { readonly kind: 'lost'; readonly code: string; readonly fresh: boolean }
  | { readonly kind: 'later' };

type Usable = Result<string, TokenLoss>;

/** A token that ends so soon is as good as ended, milliseconds. */
const marginMs = 30_000;
/** How often it is looked whether another server has the new pair, milliseconds, and how often at most. */
const lookEveryMs = 100;
const mostLooks = renewalMs / lookEveryMs;

/**
 * So many portals are renewed at a time: of a thousand at once the answers would come too late for many, and a pair
 * whose answer is lost is dead.
 */
const atOnce = 8;
/** What this server renews, so that of its many who wait for a portal one alone looks. */
interface Renewals {
  readonly underWay: Map<string, Promise<Usable>>;
  readonly inTurn: InTurn;
}
const renewalsOf = new WeakMap<Database, Renewals>();

/**
 * An access token by which the server may act in a portal. One that has ended is renewed: by one at a time for each
 * portal among all servers, because the pair before is dead from then on. No connection of the database is held
 * meanwhile: an OAuth server that is slow for all portals at once holds up nobody else.
 *
 * @param refused a token that the portal has called ended
 */
export async function usableToken(
  deps: PortalDeps,
  app: PortalAppRow,
  place: PortalPlace,
  refused?: string,
): Promise<Usable> {
  const standing = standingOf(deps, await findPortalTokens(deps.db, place), refused);
  if ('ok' in standing) return standing;
  const renewals = renewalsOf.get(deps.db) ?? { underWay: new Map(), inTurn: atMost(atOnce) };
  renewalsOf.set(deps.db, renewals);
  const { underWay, inTurn } = renewals;
  const key = `${place.tenantId} ${place.memberId}`;
  const renewal =
    underWay.get(key) ??
    inTurn(() => renewOrWait(deps, app, place, refused)).finally(() => void underWay.delete(key));
  underWay.set(key, renewal);
  return renewal;
}

/** Renews the pair, or waits for the server that does. */
async function renewOrWait(
  deps: PortalDeps,
  app: PortalAppRow,
  place: PortalPlace,
  refused: string | undefined,
): Promise<Usable> {
  for (let look = 0; look < mostLooks; look += 1) {
    if (look > 0) await pause(lookEveryMs);
    const standing = standingOf(deps, await findPortalTokens(deps.db, place), refused);
    if ('ok' in standing) return standing;
    const at = deps.now();
    const wanted = { kept: standing.ended, by: deps.ids.secret() };
    const until = new Date(at + renewalMs);
    const claimed = await claimRenewal(deps.db, wanted, new Date(at), until);
    if (claimed) return renewToken(deps, app, claimed);
  }
  return fail({ kind: 'later' });
}

/** What the kept pair is worth: a token, a loss, or a pair that is to be renewed. */
function standingOf(
  { secretBox, now }: PortalDeps,
  kept: PortalTokenRow | undefined,
  refused: string | undefined,
): Usable | { readonly ended: PortalTokenRow } {
  if (!kept) return fail({ kind: 'none' });
  if (kept.refusedAs !== null) return fail({ kind: 'lost', code: kept.refusedAs, fresh: false });
  const token = secretBox.open(kept.sealedAccess, accessPlace(kept));
  const lives = kept.expiresAt.getTime() > now() + marginMs;
  return lives && token !== refused ? succeed(token) : { ended: kept };
}

/** The access token as it is kept, ended or refused as it may be; undefined where nobody's is. */
export async function keptAccess(
  { db, secretBox }: Pick<PortalDeps, 'db' | 'secretBox'>,
  place: PortalPlace,
): Promise<string | undefined> {
  const kept = await findPortalTokens(db, place);
  return kept && secretBox.open(kept.sealedAccess, accessPlace(place));
}
