import { createHash } from 'node:crypto';
import type { RegisteredApp } from '#server/demo/portal/install.ts';
import { finishInstall, install } from '#server/demo/portal/install-acts.ts';
import { virtualPortals, type PortalKey } from '#server/demo/portal/virtual-portals.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { createWorld, portalOf, type SentEvent, type World } from '#server/demo/portal/world.ts';
import { portalWorldApp, type WorldApp } from '#server/demo/portal/world-app.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';

interface Actors {
  readonly app: {
    readonly client_id: string;
    readonly client_secret: string;
    readonly code: string;
  };
  readonly otherApp: { readonly client_id: string };
  readonly portals: Readonly<
    Record<PortalKey, { readonly domain: string; readonly app_token: string }>
  >;
  /** Epoch seconds. */
  readonly now: number;
}

/** The actors of all recorded payloads. */
export const actors = bitrix24Fixture<Actors>('portals');

const home = 'https://app.acme-helpline.example/b24';

/** The app of the recorded payloads, with scopes of its own where they need more. */
export const recordedApp = (scopes: readonly string[] = []): RegisteredApp => ({
  clientId: actors.app.client_id,
  clientSecret: actors.app.client_secret,
  code: actors.app.code,
  title: { ru: 'Техподдержка', en: 'Support' },
  version: 3,
  scopes: ['placement', 'user_brief', ...scopes],
  appUrl: `${home}/app`,
  installUrl: `${home}/install`,
  redirectUrl: `${home}/oauth`,
});

/** An app of somebody else. */
export const strangeApp: RegisteredApp = {
  ...recordedApp(),
  clientId: actors.otherApp.client_id,
  clientSecret: 'AnotherSecret0AnotherSecret0AnotherSecret0Another0',
  code: 'other.app',
};

/** A world with the actors of the recorded payloads, at the time they were recorded. */
export interface TestWorld {
  readonly world: World;
  readonly app: WorldApp;
  /** Sent so far, the oldest first. */
  readonly sent: SentEvent[];
  /** Milliseconds that answers were late. */
  readonly waits: number[];
  portal(key: PortalKey): VirtualPortal;
  /** The next random digits are these. */
  chance(...digits: readonly string[]): void;
  /** Moves the clock on. */
  pass(seconds: number): void;
  /** The app, installed by person 1, with the application token of the recorded payloads. */
  installed(key: PortalKey, finished?: boolean): ReturnType<typeof install>;
}

/** Digits that look like chance and are the same in every run. */
function digitsFrom(seed: string) {
  let count = 0;
  return (digits: number): string => {
    let text = '';
    while (text.length < digits)
      text += createHash('sha256').update(`${seed} ${count++}`).digest('hex');
    return text.slice(0, digits);
  };
}

/** @param wait how a late answer is waited for; at once where it is not said */
export function testWorld(
  scopes: readonly string[] = [],
  wait: (ms: number) => Promise<void> = async () => undefined,
): TestWorld {
  const sent: SentEvent[] = [];
  const waits: number[] = [];
  const wanted: string[] = [];
  const digits = digitsFrom('portal');
  // an eighth of a second in, as the recorded answers are
  let now = actors.now * 1000 + 120;
  const world = createWorld({
    now: () => now,
    hex: (length) => wanted.shift()?.slice(0, length) ?? digits(length),
    deliver: (event) => void sent.push(event),
    wait: (ms) => {
      waits.push(ms);
      return wait(ms);
    },
    oauth: { east: 'https://oauth.bitrix24.tech', west: 'https://oauth.bitrix.info' },
  });
  const hosts = Object.fromEntries(
    Object.entries(actors.portals).map(([key, { domain }]) => [key, domain]),
  ) as Record<PortalKey, string>;
  for (const [key, portal] of virtualPortals({ hosts, secure: true }))
    world.portals.set(key, portal);
  for (const app of [recordedApp(scopes), strangeApp]) world.apps.set(app.clientId, app);
  const portal = (key: PortalKey) => portalOf(world, key);
  return {
    world,
    app: portalWorldApp(world, { asset: async () => '' }),
    sent,
    waits,
    portal,
    chance: (...next) => void wanted.push(...next),
    pass: (seconds) => void (now += seconds * 1000),
    installed: (key, finished = true) => {
      const made = install(world, portal(key), actors.app.client_id, 1);
      made.applicationToken = actors.portals[key].app_token;
      if (finished) finishInstall(world, portal(key), actors.app.client_id);
      return made;
    },
  };
}
