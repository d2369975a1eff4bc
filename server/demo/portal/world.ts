import type { Fault } from '#server/demo/portal/faults.ts';
import type { Frame } from '#server/demo/portal/frames.ts';
import type { Install, RegisteredApp } from '#server/demo/portal/install.ts';
import type { SeenRequest } from '#server/demo/portal/seen-request.ts';
import type { Code, TokenPair } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';

/** One event on its way to an app, ready to be posted. It is sent once: nothing is repeated. */
export interface SentEvent {
  readonly event: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `application/x-www-form-urlencoded` */
  readonly body: string;
}

/** What differs from run to run, passed in. */
export interface WorldParts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** So many random hex digits. */
  readonly hex: (digits: number) => string;
  /** Events go out by the portals' cloud; whatever comes of it, the portal does not wait. */
  readonly deliver: (event: SentEvent) => void;
  /** Waits so many milliseconds: a slow answer. */
  readonly wait: (ms: number) => Promise<void>;
  /** Origins of the two OAuth servers. */
  readonly oauth: Readonly<Record<'east' | 'west', string>>;
}

/** Everything there is of Bitrix24: portals, OAuth servers, tokens and what was asked of them. */
export interface World extends WorldParts {
  readonly apps: Map<string, RegisteredApp>;
  /** By their key: `alpha`. */
  readonly portals: Map<string, VirtualPortal>;
  readonly pairs: TokenPair[];
  readonly codes: Map<string, Code>;
  /** By the sid of their rendering. */
  readonly frames: Map<string, Frame>;
  /** By host and method; see `setFault`. */
  readonly faults: Map<string, Fault>;
  /** Whatever reached any of its hosts, the oldest first. */
  readonly requests: SeenRequest[];
  /** Tokens of the buckets that limit a portal and a caller, by both. */
  readonly buckets: Map<string, { level: number; at: number }>;
  /** The next number of anything that is counted. */
  nextId: number;
}

const firstId = 17;

/** A world without portals and apps. */
export const createWorld = (parts: WorldParts): World => ({
  ...parts,
  apps: new Map(),
  portals: new Map(),
  pairs: [],
  codes: new Map(),
  frames: new Map(),
  faults: new Map(),
  requests: [],
  buckets: new Map(),
  nextId: firstId,
});

export const epochSeconds = (world: Pick<World, 'now'>): number => Math.floor(world.now() / 1000);

/** A demo runs for weeks: of what only piles up it keeps the newest. */
export function keepNewest<Item>(items: Item[], item: Item, most = 10_000): void {
  items.push(item);
  if (items.length > most) items.splice(0, items.length - most);
}

export const takeId = (world: World): number => world.nextId++;

/** @throws RangeError when the world has no such portal: whoever writes a key knows it */
export function portalOf(world: World, key: string): VirtualPortal {
  const portal = world.portals.get(key);
  if (!portal) throw new RangeError(`no portal ${key}`);
  return portal;
}

/** The app in the portal; undefined where it is not, or is gone. */
export function installOf(portal: VirtualPortal, clientId: string): Install | undefined {
  const install = portal.installs.get(clientId);
  return install && !install.removed ? install : undefined;
}
