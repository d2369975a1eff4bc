import { installOf, epochSeconds, keepNewest, type World } from '#server/demo/portal/world.ts';
import type { AppStatus, Install, RegisteredApp } from '#server/demo/portal/install.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';

/** Tokens of one person for one app in one portal. They mean nothing to whoever holds them. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly portal: VirtualPortal;
  readonly clientId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly status: AppStatus;
  /** Epoch seconds. */
  expiresAt: number;
  /** A refresh token works once. */
  refreshDead: boolean;
  refreshUntil: number;
}

/** What brings a person from outside in; half a minute long. */
export interface Code {
  readonly clientId: string;
  readonly portal: VirtualPortal;
  readonly userId: number;
  readonly until: number;
}

export const accessSeconds = 3600;
const refreshSeconds = 180 * 86_400;
const codeSeconds = 30;

/** Seventy hex digits, as real ones look. */
function newToken(world: World): string {
  const digits = world.hex(64);
  return digits + digits.slice(0, 6);
}

/** A new pair; earlier ones of the person live on until they expire. */
export function issuePair(
  world: World,
  portal: VirtualPortal,
  install: Install,
  userId: number,
): TokenPair {
  const now = epochSeconds(world);
  const pair: TokenPair = {
    accessToken: newToken(world),
    refreshToken: newToken(world),
    portal,
    clientId: install.app.clientId,
    userId,
    scopes: install.app.scopes.toSorted(),
    status: install.status,
    expiresAt: now + accessSeconds,
    refreshDead: false,
    refreshUntil: now + refreshSeconds,
  };
  // as many as there are portals are in use at once
  keepNewest(world.pairs, pair, 10_000 + 2 * world.portals.size);
  return pair;
}

/** A pair of the person that is still good, a new one where there is none. */
export function livePair(
  world: World,
  portal: VirtualPortal,
  install: Install,
  userId: number,
): TokenPair {
  const now = epochSeconds(world);
  const kept = world.pairs.findLast(
    (pair) =>
      pair.portal === portal &&
      pair.clientId === install.app.clientId &&
      pair.userId === userId &&
      !pair.refreshDead &&
      pair.expiresAt > now,
  );
  return kept ?? issuePair(world, portal, install, userId);
}

export const findAccess = (world: World, token: string): TokenPair | undefined =>
  world.pairs.find(({ accessToken }) => accessToken === token);

export const findRefresh = (world: World, token: string): TokenPair | undefined =>
  world.pairs.find(({ refreshToken }) => refreshToken === token);

/** Ends an access token before its hour. */
export function endToken(world: World, accessToken: string): void {
  const pair = findAccess(world, accessToken);
  if (pair) pair.expiresAt = epochSeconds(world);
}

/** A code for a person who comes from outside. */
export function issueCode(
  world: World,
  app: RegisteredApp,
  portal: VirtualPortal,
  userId: number,
): string {
  const code = world.hex(32);
  const until = epochSeconds(world) + codeSeconds;
  world.codes.set(code, { clientId: app.clientId, portal, userId, until });
  return code;
}

/** The app that a pair is for, in its portal; undefined once it is gone from there. */
export const installOfPair = ({ portal, clientId }: TokenPair): Install | undefined =>
  installOf(portal, clientId);
