import type { Browser, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createApp } from '#server/app.ts';
import { finishInstall, install } from '#server/demo/portal/install-acts.ts';
import type { Install } from '#server/demo/portal/install.ts';
import { openFrame } from '#server/demo/portal/frames.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { portalOf } from '#server/demo/portal/world.ts';
import { portalHttp } from '#server/features/portals/portal-http.ts';
import { portalPages } from '#server/features/portals/portal-pages.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { testDatabase } from '#test/support/database.ts';
import { egressGuard, type EgressGuard } from '#test/support/egress-guard.ts';
import { portalStage, type PortalStage } from '#test/support/portal-stage.ts';
import { recordedApp } from '#test/support/portal-world.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const { clientId, clientSecret, code } = recordedApp();

/** Our server, portals and both OAuth servers over TLS, each at a site of its own. */
export interface PortalApp {
  readonly stage: PortalStage;
  readonly server: TestServer;
  readonly guard: EgressGuard;
  /** Paths that our server was asked for, the oldest first. */
  readonly asked: string[];
  portal(key: PortalKey): VirtualPortal;
  /** Installs the app anew, with its places; without an end the installer is what opens. */
  installed(key: PortalKey, finished?: boolean): Install;
  /** Moves the clock of portals and server on; that of browsers stays. */
  pass(seconds: number): void;
  /** A browser that finds and trusts them. */
  browser(): Promise<Browser>;
  close(): Promise<void>;
}

export async function portalApp(): Promise<PortalApp> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const asked: string[] = [];
  let app: ReturnType<typeof createApp> | undefined;
  const stage = await portalStage(
    async (request) => {
      asked.push(new URL(request.url).pathname);
      return (await app?.fetch(request)) ?? new Response('', { status: 503 });
    },
    (origin) => {
      const home = `${origin}/b24/didox24`;
      return { ...recordedApp(['crm']), appUrl: `${home}/app`, installUrl: `${home}/install` };
    },
    now,
  );
  const database = await testDatabase();
  const guard = egressGuard(stage.names);
  const { resolve, mayReach } = guard;
  const server = await testServer(database, {
    now,
    portals: {
      http: portalHttp({ ca: stage.ca, resolve, mayReach }),
      oauthHosts: { east: stage.origin('east'), west: stage.origin('west') },
      pages: portalPages(),
    },
  });
  app = createApp({ ...server.deps, publicUrl: stage.origin('app') });
  await savePortalApp(server.deps.db, {
    tenantId: 'didox24',
    clientId,
    code,
    sealedSecret: server.deps.secretBox.seal(clientSecret, appSecretPlace('didox24')),
    createdAt: new Date(now()),
  });
  const portal = (key: PortalKey) => portalOf(stage.world, key);
  return {
    stage,
    server,
    guard,
    asked,
    portal,
    installed(key, finished = true) {
      const made = install(stage.world, portal(key), clientId, 1);
      if (!finished) return made;
      finishInstall(stage.world, portal(key), clientId);
      const handler = `${stage.origin('app')}/b24/didox24/app`;
      const more = { userId: 0, handler, options: {}, description: '', langAll: {} };
      for (const placement of ['USER_PROFILE_MENU', 'REST_APP_URI', 'CRM_DEAL_DETAIL_TAB'])
        made.placements.push({ ...more, placement, title: 'Поддержка' });
      return made;
    },
    pass: (seconds) => void (ahead += seconds * 1000),
    browser: () => launchChromium(stage.browserArgs),
    async close() {
      guard.lift();
      await server.close();
      await stage.close();
      await database.drop();
    },
  };
}

/** A tab of somebody who is signed in at a portal, and what went wrong in it. */
export interface PortalTab {
  readonly page: Page;
  /** Errors of scripts and refusals of policies, of the portal's page and of the frame. */
  readonly complaints: string[];
  /** The page of our app, once it is there: the newest of them. */
  frame(): Promise<Frame>;
  /** Opens a page of the portal, the app's own where none is said. */
  open(path?: string): Promise<Frame>;
}

export interface TabWish {
  readonly userId: number;
  readonly width?: number;
  readonly dark?: boolean;
  /** Whether frames that another site holds may keep cookies; most browsers let none. */
  readonly foreignCookies?: boolean;
}

// no type library has it yet
const cookieControls = 'Network.setCookieControls' as 'Network.enable';
const withoutForeignCookies = {
  enableThirdPartyCookieRestriction: true,
  disableThirdPartyCookieMetadata: true,
  disableThirdPartyCookieHeuristics: true,
};

/** Signs a person in at a portal. */
export async function portalTab(
  { stage, portal }: PortalApp,
  browser: Browser,
  key: PortalKey,
  { userId, width = 1280, dark = false, foreignCookies = false }: TabWish,
): Promise<PortalTab> {
  const context = await browser.newContext({
    viewport: width < 600 ? { width, height: 740 } : { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  const url = stage.origin(key);
  await context.addCookies([{ name: 'PORTAL_PERSON', value: String(userId), url }]);
  const page = await context.newPage();
  if (!foreignCookies) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send(cookieControls, withoutForeignCookies as object);
  }
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  const own = stage.origin('app');
  const frame = async () => {
    const found = () => page.frames().filter((one) => one.url().startsWith(own));
    await expect.poll(() => found().length).toBeGreaterThan(0);
    return found().at(-1)!;
  };
  return {
    page,
    complaints,
    frame,
    async open(path) {
      const app = `/marketplace/app/${portal(key).installs.get(clientId)?.id}/`;
      await page.goto(`${url}${path ?? app}`);
      return frame();
    },
  };
}

/** The form that a portal would post, for whoever opens the app elsewhere. */
export function postedForm({ stage, portal }: PortalApp, key: PortalKey, userId: number) {
  const opened = openFrame(stage.world, portal(key), { clientId, userId });
  if (typeof opened === 'string') throw new Error(opened);
  return opened.post;
}
