import type { TestDatabase } from '#test/support/database.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/usable-token.ts';
import { erasePortal } from '#server/features/portals/erase-portal.ts';
import { settlePortalEvents } from '#server/features/portals/settle-events.ts';
import { openFrame, type FrameWish } from '#server/demo/portal/frames.ts';
import type { SentEvent } from '#server/demo/portal/world.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { worldHttp } from '#server/demo/portal/world-http.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
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
  close(): Promise<void>;
}

/** What the page starts with. */
export async function startOf(page: Response): Promise<PortalStart> {
  const data = /<script type="application\/json" id="start">([\s\S]*?)<\/script>/.exec(
    await page.text(),
  );
  return JSON.parse(data?.[1] ?? 'null') as PortalStart;
}

/** @param scopes that the app has beside its usual ones */
export async function portalDesk(
  database: TestDatabase,
  scopes: readonly string[] = [],
): Promise<PortalDesk> {
  // an answer that is later than anybody waits never comes, and the deadline is over with it
  const waiting: (() => void)[] = [];
  const world = testWorld(scopes, () => {
    for (const giveUp of waiting.splice(0)) giveUp();
    return new Promise(() => undefined);
  });
  const late = () => new Promise<void>((resolve) => void waiting.push(resolve));
  const server = await testServer(database, {
    now: world.world.now,
    portals: { http: worldHttp(world.app, late), oauthHosts: world.world.oauth },
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
  return {
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
    close: () => server.close(),
  };
}
