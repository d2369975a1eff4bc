import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { finishInstall, install } from '#server/demo/portal/install-acts.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import { originOf, type VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { virtualPortals } from '#server/demo/portal/virtual-portals.ts';
import type { World } from '#server/demo/portal/world.ts';
import type { Deps } from '#server/deps.ts';
import {
  accessPlace,
  eventKeyPlace,
  refreshPlace,
} from '#server/features/portals/remember-administrator.ts';
import { portals, portalTokens } from '#server/features/portals/portals.table.ts';

/** What is known of one of many portals in which the app is. */
export interface KnownPortal {
  readonly memberId: string;
  readonly domain: string;
  readonly restUrl: string;
  readonly oauthSide: 'east' | 'west';
  /** Of the administrator who installed the app. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** The secret that comes with its events. */
  readonly eventKey: string;
}

const boundEvents = ['ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPPAYMENT', 'ONAPPINSTALL'];

const memberIdOf = (key: string) => createHash('md5').update(key).digest('hex');

/** Binds what the installer of the app binds: an update takes it away. */
export function bindEvents(portal: VirtualPortal, clientId: string): void {
  const made = portal.installs.get(clientId);
  if (!made) throw new RangeError(`no app in ${portal.key}`);
  const handler = made.app.appUrl.replace(/app$/, 'events');
  made.events = boundEvents.map((event, id) => ({
    id,
    event,
    handler,
    authType: 0,
    offline: false,
  }));
}

/** Adds portals to a world, each with the app installed by person 1. @param hostOf the n-th of them, from 1 */
export function addPortals(
  world: World,
  clientId: string,
  count: number,
  hostOf: (n: number) => string = (n) => `firm-${n}.bitrix24.ru`,
): VirtualPortal[] {
  return Array.from({ length: count }, (_, at) => {
    const host = hostOf(at + 1);
    const hosts = { alpha: host, bravo: host, uz: host, box: host };
    const like = virtualPortals({ hosts, secure: true }).get('alpha');
    if (!like) throw new RangeError('no portal to make more like it');
    const key = host;
    const portal = { ...like, key, memberId: memberIdOf(key) };
    portal.manners = { ...portal.manners, oauthNamesPort: true };
    world.portals.set(key, portal);
    install(world, portal, clientId, 1);
    finishInstall(world, portal, clientId);
    bindEvents(portal, clientId);
    return portal;
  });
}

/** What our server knows of a portal once its administrator has opened the app there. */
export function knownPortal(world: World, portal: VirtualPortal, clientId: string): KnownPortal {
  const made = portal.installs.get(clientId);
  if (!made) throw new RangeError(`no app in ${portal.key}`);
  const { accessToken, refreshToken, expiresAt } = issuePair(world, portal, made, made.installedBy);
  return {
    memberId: portal.memberId,
    domain: portal.host,
    restUrl: `${originOf(portal)}/rest/`,
    oauthSide: portal.side,
    accessToken,
    refreshToken,
    expiresAt,
    eventKey: made.applicationToken,
  };
}

const rowsAtOnce = 250;

/** Writes portals down as their administrators have left them. */
export async function keepPortals(
  { db, secretBox, now }: Pick<Deps, 'db' | 'secretBox' | 'now'>,
  tenantId: string,
  known: readonly KnownPortal[],
): Promise<void> {
  const at = new Date(now());
  for (let from = 0; from < known.length; from += rowsAtOnce) {
    const some = known.slice(from, from + rowsAtOnce);
    await db.insert(portals).values(
      some.map(({ memberId, domain, restUrl, oauthSide, eventKey }) => ({
        tenantId,
        memberId,
        domain,
        restUrl,
        oauthSide,
        version: '3',
        status: 'F',
        sealedEventKey: secretBox.seal(eventKey, eventKeyPlace({ tenantId, memberId })),
        installedAt: at,
        seenAt: at,
      })),
    );
  }
  // without figures every token would be held against every portal
  await db.execute(sql`analyze portals`);
  for (let from = 0; from < known.length; from += rowsAtOnce) {
    const some = known.slice(from, from + rowsAtOnce);
    await db.insert(portalTokens).values(
      some.map(({ memberId, accessToken, refreshToken, expiresAt }) => ({
        tenantId,
        memberId,
        userId: 1,
        sealedAccess: secretBox.seal(accessToken, accessPlace({ tenantId, memberId })),
        sealedRefresh: secretBox.seal(refreshToken, refreshPlace({ tenantId, memberId })),
        expiresAt: new Date(expiresAt * 1000),
        refreshedAt: at,
      })),
    );
  }
}
