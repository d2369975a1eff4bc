import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { setFault } from '#server/demo/portal/faults.ts';
import { openFrame } from '#server/demo/portal/frames.ts';
import { systemHex } from '#server/demo/portal/system-parts.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { createWorld, type SentEvent } from '#server/demo/portal/world.ts';
import { portalWorldApp } from '#server/demo/portal/world-app.ts';
import { certifiedNames, oauthNames, portalName } from '#test/bench/portals/names.ts';
import { localCa } from '#test/support/local-ca.ts';
import { addPortals, knownPortal, type KnownPortal } from '#test/support/many-portals.ts';
import { eventMix, type EventMix } from '#test/support/portal-mix.ts';
import { recordedApp } from '#test/support/portal-world.ts';

// A Bitrix24 in a process of its own: portals, both OAuth servers, and what they were asked for.

/** What the bench asks of it, and what it gets. */
export interface WorldAsked {
  /** Adds portals with the app in them. */
  portals: { readonly asks: { readonly count: number }; readonly gets: readonly KnownPortal[] };
  /** Lets portals do things, from the `from`-th on, and takes down what they would send. */
  mix: {
    readonly asks: { readonly from: number; readonly count: number };
    readonly gets: EventMix;
  };
  /** Forms that portals would post for their first person, from the `from`-th portal on. */
  forms: {
    readonly asks: { readonly from: number; readonly count: number };
    readonly gets: readonly { readonly query: string; readonly body: string }[];
  };
  /** Makes every refresh so late, milliseconds. */
  slow: { readonly asks: { readonly ms: number }; readonly gets: null };
  /** What the OAuth servers and portals were asked for since the last time. */
  asked: { readonly asks: null; readonly gets: WorldCounts };
}

export interface WorldCounts {
  readonly refreshes: number;
  /** Of one portal, the most. */
  readonly mostOfOne: number;
  /** How often the OAuth servers were asked whose a token is that they never gave. */
  readonly madeUpTokens: number;
}

const ca = localCa();
const certificate = ca.issue(certifiedNames);
const server = createServer({ key: certificate.key, cert: certificate.chain });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const sent: SentEvent[] = [];
const app = recordedApp();
const world = createWorld({
  now: Date.now,
  hex: systemHex,
  deliver: (event) => void sent.push(event),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  oauth: {
    east: `https://${oauthNames.east}:${port}`,
    west: `https://${oauthNames.west}:${port}`,
  },
});
world.apps.set(app.clientId, app);
const answer = portalWorldApp(world, { asset: async () => '' });
const refreshed = new Map<string, number>();
let madeUpTokens = 0;
server.on(
  'request',
  getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/oauth/token/') {
      const token = new URLSearchParams(await request.clone().text()).get('refresh_token') ?? '';
      const whose = world.pairs.find(({ refreshToken }) => refreshToken === token)?.portal.key;
      refreshed.set(whose ?? '', (refreshed.get(whose ?? '') ?? 0) + 1);
    } else if (request.url.includes('oauth-')) {
      const token = new URL(request.url).searchParams.get('auth');
      if (!world.pairs.some(({ accessToken }) => accessToken === token)) madeUpTokens += 1;
    }
    return answer(request) ?? new Response('', { status: 404 });
  }),
);

const portals: VirtualPortal[] = [];
const acts: {
  [Name in keyof WorldAsked]: (asks: WorldAsked[Name]['asks']) => WorldAsked[Name]['gets'];
} = {
  portals: ({ count }) => {
    const made = addPortals(world, app.clientId, count, (n) => `${portalName(n)}:${port}`);
    portals.push(...made);
    return made.map((portal) => knownPortal(world, portal, app.clientId));
  },
  mix: ({ from, count }) => eventMix(world, sent, app.clientId, portals.slice(from), count),
  forms: ({ from, count }) =>
    portals.slice(from, from + count).map((portal) => {
      const opened = openFrame(world, portal, { clientId: app.clientId, userId: 7 });
      if (typeof opened === 'string') throw new Error(opened);
      return { query: new URL(opened.post.url).search, body: opened.post.body };
    }),
  slow: ({ ms }) => {
    for (const name of Object.values(oauthNames))
      setFault(world, `${name}:${port}`, 'oauth.token', { delayMs: ms });
    return null;
  },
  asked: () => {
    const counts = [...refreshed.values()];
    const gets = {
      refreshes: counts.reduce((sum, one) => sum + one, 0),
      mostOfOne: Math.max(0, ...counts),
      madeUpTokens,
    };
    refreshed.clear();
    madeUpTokens = 0;
    return gets;
  },
};

process.on('message', ({ id, name, asks }: { id: number; name: keyof WorldAsked; asks: never }) => {
  process.send?.({ id, gets: acts[name](asks) });
});
process.on('disconnect', () => process.exit());
process.send?.({ port, ca: ca.root });
