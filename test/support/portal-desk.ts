import type { Logger } from 'pino';
import { expect } from 'vitest';
import { attackerHost } from '#test/support/attacker-host.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import { erasePortal } from '#server/features/portals/erase-portal.ts';
import { settlePortalEvents } from '#server/features/portals/settle-events.ts';
import type { Install } from '#server/demo/portal/install.ts';
import { finishInstall } from '#server/demo/portal/install-acts.ts';
import { openFrame, type FrameWish } from '#server/demo/portal/frames.ts';
import type { SentEvent } from '#server/demo/portal/world.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { worldHttp } from '#server/demo/portal/world-http.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import { egressGuard } from '#test/support/egress-guard.ts';
import { actors, testWorld, type TestWorld } from '#test/support/portal-world.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

/** Our server beside a world of portals, which knows one app: Didox24's. */
export interface PortalDesk extends TestWorld {
  readonly server: TestServer;
  /** What is posted into the frame when somebody opens the app there. */
  post(key: PortalKey, wish?: Partial<FrameWish>): { query: string; body: string; origin: string };
  /** Posts it to the app's page, or its installer's, as the portal would. */
  enter(
    posted: { readonly query: string; readonly body: string; readonly origin?: string },
    page?: 'app' | 'install',
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Hands an event over to our server. */
  tell(
    event: Pick<SentEvent, 'body'>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Hands over what the portals have sent since the last time, and lets it be looked into. */
  settle(): Promise<void>;
  /** An administrator opens the installer, which binds what events go to, and says that it is done. */
  install(key: PortalKey): Promise<Install>;
  /** Ends it. Throws where the server has called anybody but the OAuth servers and the world's portals. */
  close(): Promise<void>;
}

const eventsUrl = 'https://app.acme-helpline.example/b24/events';
/** Where the secret of the app may go. */
const refreshes = new Set(['oauth.bitrix24.tech/oauth/token/', 'oauth.bitrix.info/oauth/token/']);

/** What the page starts with. */
export async function startOf(page: Response): Promise<PortalStart> {
  const data = /<script type="application\/json" id="start">([\s\S]*?)<\/script>/.exec(
    await page.text(),
  );
  return JSON.parse(data?.[1] ?? 'null') as PortalStart;
}

/**
 * @param scopes that the app has beside its usual ones
 * @param log where the server's own lines go; silent unless said
 */
export async function portalDesk(
  database: TestDatabase,
  scopes: readonly string[] = [],
  log?: Logger,
): Promise<PortalDesk> {
  // an answer that is later than anybody waits never comes, and the deadline is over with it
  const waiting: (() => void)[] = [];
  const world = testWorld(scopes, () => {
    for (const giveUp of waiting.splice(0)) giveUp();
    return new Promise(() => undefined);
  });
  const late = () => new Promise<void>((resolve) => void waiting.push(resolve));
  const attacker = attackerHost();
  const guard = egressGuard([]);
  const strangers: string[] = [];
  const http = worldHttp((request) => {
    const answer = world.app(request);
    if (answer) return answer;
    strangers.push(new URL(request.url).host);
    return new URL(request.url).host.includes('attacker') ? attacker.answer(request) : undefined;
  }, late);
  const server = await testServer(database, {
    now: world.world.now,
    portals: { http, oauthHosts: world.world.oauth },
    ...(log && { log }),
  });
  const { client_id: clientId, client_secret: secret, code } = actors.app;
  const { db, secretBox } = server.deps;
  await savePortalApp(db, {
    tenantId: 'didox24',
    clientId,
    code,
    sealedSecret: secretBox.seal(secret, appSecretPlace('didox24')),
    createdAt: new Date(world.world.now()),
  });
  let told = 0;
  const tell: PortalDesk['tell'] = ({ body }, headers = {}) =>
    fetch(`${server.url}/b24/didox24/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  const desk: PortalDesk = {
    ...world,
    server,
    post(key, wish = {}) {
      const opened = openFrame(world.world, world.portal(key), { clientId, userId: 7, ...wish });
      if (typeof opened === 'string') throw new Error(opened);
      const { url, body } = opened.post;
      return {
        query: new URL(url).search,
        body,
        origin: `https://${world.portal(key).host}`,
      };
    },
    enter: ({ query, body, origin }, page = 'app', headers = {}) =>
      fetch(`${server.url}/b24/didox24/${page}${query}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(origin !== undefined && { origin }),
          ...headers,
        },
        body,
      }),
    tell,
    async settle() {
      for (; told < world.sent.length; told += 1) await tell(world.sent[told] as SentEvent);
      while ((await settlePortalEvents(server.deps, erasePortal(server.deps))) > 0);
    },
    async install(key) {
      const portal = world.portal(key);
      const made = world.installed(key, false);
      await desk.enter(desk.post(key, { userId: 1 }), 'install');
      made.events = ['ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPPAYMENT', 'ONAPPINSTALL'].map(
        (event, id) => ({ id, event, handler: eventsUrl, authType: 0, offline: false }),
      );
      finishInstall(world.world, portal, clientId);
      return made;
    },
    async close() {
      await server.close();
      guard.lift();
      const told = world.world.requests.filter(({ hasSecret }) => hasSecret);
      expect({
        caught: attacker.caught,
        strangers: [...strangers, ...guard.strangers()],
        secretTo: told.map(({ host, path }) => host + path).filter((at) => !refreshes.has(at)),
      }).toEqual({ caught: [], strangers: [], secretTo: [] });
    },
  };
  return desk;
}
