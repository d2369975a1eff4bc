import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoPortalUrl, demoWorld } from '#server/demo/portal/demo-world.ts';
import { install } from '#server/demo/portal/install-acts.ts';
import { systemHex } from '#server/demo/portal/system-parts.ts';
import { endToken } from '#server/demo/portal/tokens.ts';
import { portalOf } from '#server/demo/portal/world.ts';
import { portalWorldApp } from '#server/demo/portal/world-app.ts';
import { findChromium } from '#test/support/chromium.ts';
import { portalStage, type PortalStage } from '#test/support/portal-stage.ts';
import { recordedApp } from '#test/support/portal-world.ts';
import { sdkPageScript } from '#test/support/sdk-page/bundle.ts';
import { root } from '#test/support/sources.ts';

const appPage =
  '<!doctype html><title>App</title><body><p>App</p><script src="/sdk.js"></script></body>';

let script = '';
let stage: PortalStage;
let browser: Browser;

/** What the app's host was posted, the newest last. */
let posted: { readonly url: string; readonly headers: Headers; readonly body: string }[] = [];

async function answerAsApp(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/sdk.js')
    return new Response(script, { headers: { 'content-type': 'text/javascript' } });
  posted.push({ url: request.url, headers: request.headers, body: await request.text() });
  return new Response(appPage, { headers: { 'content-type': 'text/html' } });
}

beforeAll(async () => {
  script = await sdkPageScript();
  stage = await portalStage(answerAsApp, (origin) => ({
    ...recordedApp(['crm']),
    appUrl: `${origin}/b24/app`,
    installUrl: `${origin}/b24/install`,
  }));
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', ...stage.browserArgs],
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const alpha = () => portalOf(stage.world, 'alpha');
const clientId = recordedApp().clientId;

/** A fresh install; the number of the app stays what it was. */
beforeEach(() => {
  posted = [];
  alpha().installs.delete(clientId);
});

async function pageAs(userId: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.addCookies([
    { name: 'PORTAL_PERSON', value: String(userId), url: stage.origin('alpha') },
  ]);
  return context.newPage();
}

/** The frame that shows the app, once the SDK in it is through. */
async function appFrame(page: Page, at = -1, home = stage.origin('app')): Promise<Frame> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('iframe[name*="|"]').length > wanted,
    at === -1 ? 0 : at,
  );
  const isApp = () => page.frames().filter((frame) => frame.url().startsWith(home));
  await expect.poll(() => isApp().length, { timeout: 30_000 }).toBeGreaterThan(Math.max(at, 0));
  const frame = isApp().at(at)!;
  await frame.waitForFunction(() => 'b24' in window);
  await frame.evaluate(async () => void (await window.b24));
  return frame;
}

async function openApp(page: Page): Promise<Frame> {
  const { id } = alpha().installs.get(clientId)!;
  await page.goto(`${stage.origin('alpha')}/marketplace/app/${id}/`);
  return appFrame(page);
}

function installApp(finished = true) {
  const made = install(stage.world, alpha(), clientId, 1);
  made.installed = finished;
  return made;
}

test('the real SDK starts inside the portal, which posts as a browser posts across sites', async () => {
  installApp();
  const page = await pageAs(7);
  const frame = await openApp(page);

  const about = await frame.evaluate(async () => {
    const b24 = await window.b24;
    return {
      lang: b24.getLang(),
      origin: b24.getTargetOrigin(),
      first: b24.isFirstRun,
      install: b24.isInstallMode,
      admin: b24.auth.isAdmin,
      auth: b24.auth.getAuthData(),
      placement: b24.placement.placement,
      slider: b24.placement.isSliderMode,
      sid: b24.getAppSid(),
      name: window.name,
    };
  });

  const origin = stage.origin('alpha');
  const { body, headers, url } = posted[0]!;
  expect(about).toMatchObject({
    lang: 'ru',
    origin,
    first: false,
    install: false,
    admin: false,
    placement: 'DEFAULT',
    slider: false,
    name: `${new URL(origin).host}|1|${about.sid}`,
    auth: {
      access_token: new URLSearchParams(body).get('AUTH_ID'),
      member_id: alpha().memberId,
      domain: origin,
    },
  });
  expect(new URL(url).searchParams.get('APP_SID')).toBe(about.sid);
  expect(Object.fromEntries(headers)).toMatchObject({
    origin,
    referer: `${origin}/`,
    'sec-fetch-dest': 'iframe',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'cross-site',
  });
});

test('calls the portal from the frame, renews a token that ended, and runs a batch', async () => {
  installApp();
  const page = await pageAs(7);
  const frame = await openApp(page);
  const first = stage.world.pairs.at(-1)!.accessToken;

  const called = await frame.evaluate(async () => {
    const b24 = await window.b24;
    const profile = await b24.actions.v2.call.make<{ ID: string }>({ method: 'profile' });
    return { id: profile.getData()?.result.ID, was: profile.isSuccess };
  });
  endToken(stage.world, first);
  const later = await frame.evaluate(async () => {
    const b24 = await window.b24;
    const again = await b24.actions.v2.call.make<boolean>({ method: 'user.admin' });
    const batch = await b24.actions.v2.batch.make({
      calls: { me: { method: 'profile' }, scope: { method: 'scope' } },
    });
    return { admin: again.getData()?.result, batch: batch.getData() };
  });
  const fresh = await frame.evaluate(async () => (await window.b24).auth.refreshAuth());

  expect(called).toEqual({ id: '7', was: true });
  expect(later.admin).toBe(false);
  expect(JSON.stringify(later.batch)).toContain('"LAST_NAME":"Тестов"');
  expect(fresh.access_token).toBe(stage.world.pairs.at(-1)!.accessToken);
  expect(stage.world.pairs.at(-1)!.accessToken).not.toBe(first);
});

test('a header that the portal does not name is stopped by the browser', async () => {
  installApp();
  const frame = await openApp(await pageAs(7));

  const outcome = await frame.evaluate(
    async (url) => {
      const ask = (headers: Record<string, string>) =>
        fetch(url, { method: 'POST', headers, body: '{}' }).then(
          ({ status }) => status,
          () => 'stopped',
        );
      return [
        await ask({ 'content-type': 'application/json' }),
        await ask({ authorization: 'Bearer x' }),
        await ask({ 'x-request-id': '1' }),
      ];
    },
    `${stage.origin('alpha')}/rest/profile`,
  );

  expect(outcome).toEqual([401, 'stopped', 'stopped']);
});

test('title, size, options and the interface answer the SDK', async () => {
  const made = installApp();
  const page = await pageAs(1);
  const frame = await openApp(page);

  const done = await frame.evaluate(async () => {
    const b24 = await window.b24;
    document.body.style.height = '900px';
    await b24.parent.setTitle('Заявка: a:b:c');
    await b24.options.appSet('theme', 'dark:1');
    await b24.options.userSet('draft', 'v');
    return {
      size: await b24.parent.fitWindow(),
      app: b24.options.appGet('theme') as unknown,
      interface: (await b24.placement.getInterface()) as { command: string[] },
    };
  });

  expect(await page.title()).toBe('Заявка: a:b:c');
  expect(made.options).toEqual({ theme: 'dark:1' });
  expect(made.userOptions.get(1)).toEqual({ draft: 'v' });
  expect(done.app).toBe('dark:1');
  expect((done.size as { height: number }).height).toBeGreaterThanOrEqual(900);
  expect(done.interface.command).toContain('refreshAuth');
});

test('the app opens itself in a slider with parameters of its own', async () => {
  installApp();
  const page = await pageAs(7);
  const frame = await openApp(page);

  const opened = frame.evaluate(async () => {
    await (await window.b24).slider.openSliderAppPage({ view: 'new' });
    return 'closed';
  });
  const inner = await appFrame(page, 1);
  const about = await inner.evaluate(async () => {
    const b24 = await window.b24;
    return { slider: b24.placement.isSliderMode, options: b24.placement.options };
  });
  await page.keyboard.press('Escape');

  expect(about).toMatchObject({ slider: true, options: { view: 'new', IFRAME: 'Y' } });
  expect(new URLSearchParams(posted.at(-1)?.body).get('PLACEMENT_OPTIONS')).toContain(
    String.raw`"view":"new"`,
  );
  expect(await opened).toBe('closed');
});

test('an administrator goes through the installer, and the portal opens the app by itself', async () => {
  const made = installApp(false);
  const page = await pageAs(1);
  const frame = await openApp(page);
  const installer = posted.at(-1)?.url ?? '';

  const about = await frame.evaluate(async () => {
    const b24 = await window.b24;
    const handler = `${location.origin}/b24`;
    const call = (method: string, params: object) =>
      b24.actions.v2.call.make<boolean>({ method, params });
    const bound = await call('event.bind', {
      event: 'ONAPPINSTALL',
      handler: `${handler}/events`,
    });
    await call('placement.bind', { PLACEMENT: 'USER_PROFILE_MENU', HANDLER: `${handler}/app` });
    // it never resolves: the portal loads its page anew
    void b24.installFinish();
    return { first: b24.isFirstRun, install: b24.isInstallMode, bound: bound.isSuccess };
  });
  await page.waitForURL(/install_finished=Y/);
  await appFrame(page);

  expect(new URL(installer).pathname).toBe('/b24/install');
  expect(about).toEqual({ first: true, install: true, bound: true });
  expect(made.installed).toBe(true);
  expect(stage.sent.map(({ event }) => event)).toEqual(['ONAPPINSTALL']);
  expect(new URL(posted.at(-1)?.url ?? '').pathname).toBe('/b24/app');
});

test('the user menu, a deal and a link open the app where it was bound', async () => {
  const made = installApp();
  const handler = `${stage.origin('app')}/b24/app`;
  const spot = (placement: string) => ({
    placement,
    userId: 0,
    handler,
    options: {},
    title: `Spot ${placement}`,
    description: '',
    langAll: {},
  });
  made.placements.push(...['USER_PROFILE_MENU', 'CRM_DEAL_DETAIL_TAB', 'REST_APP_URI'].map(spot));
  const page = await pageAs(7);
  const placed = async (frame: Frame) =>
    frame.evaluate(async () => {
      const { placement } = await window.b24;
      return { placement: placement.placement, options: placement.options };
    });

  await page.goto(`${stage.origin('alpha')}/stream/`);
  await page.locator('summary[aria-label="Иван Тестов"]').click();
  await page.getByRole('button', { name: 'Spot USER_PROFILE_MENU' }).click();
  const fromMenu = await placed(await appFrame(page));
  await page.goto(`${stage.origin('alpha')}/crm/deal/details/8061/`);
  await page.getByRole('link', { name: 'Spot CRM_DEAL_DETAIL_TAB' }).click();
  const deal = await appFrame(page);
  const fromDeal = await placed(deal);
  const event = deal.evaluate(
    async () =>
      new Promise((resolve) => {
        void window.b24.then(({ placement }) =>
          placement.bindEvent('onCrmEntityUpdate', resolve).then(() => {
            document.body.dataset['bound'] = 'yes';
          }),
        );
      }),
  );
  await deal.waitForSelector('[data-bound]');
  await page.getByRole('button', { name: 'Сменить стадию' }).click();
  const told = await event;
  const link = `/marketplace/view/${made.app.code}/?params[ticket]=HL-2026-000042&params[view]=thread`;
  await page.goto(`${stage.origin('alpha')}${link}`);
  const fromLink = await placed(await appFrame(page));

  expect(fromMenu).toEqual({
    placement: 'USER_PROFILE_MENU',
    options: { USER_ID: '7', URI: '/stream/' },
  });
  expect(fromDeal).toMatchObject({ placement: 'CRM_DEAL_DETAIL_TAB', options: { ID: '8061' } });
  expect(told).toEqual({ ID: '8061' });
  expect(fromLink).toMatchObject({
    placement: 'REST_APP_URI',
    options: { ticket: 'HL-2026-000042', view: 'thread' },
  });
});

test('in the demo the app opens over plain HTTP, at names of this machine', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const home = `http://127.0.0.1:${port}/b24`;
  const world = demoWorld(
    { now: Date.now, hex: systemHex, deliver: () => undefined, wait: async () => undefined },
    port,
    [{ ...recordedApp(), appUrl: `${home}/app`, installUrl: `${home}/install` }],
  );
  const asset = (name: string) => readFile(join(root, 'dist/demo-portal', name), 'utf8');
  const app = portalWorldApp(world, { asset });
  server.on(
    'request',
    getRequestListener((request) => app(request) ?? answerAsApp(request)),
  );
  const page = await (await browser.newContext()).newPage();

  await page.goto(`${demoPortalUrl(port)}marketplace/`);
  await page.getByRole('button', { name: 'Установить' }).click();
  const frame = await appFrame(page, -1, home);
  const called = await frame.evaluate(async () => {
    const b24 = await window.b24;
    const profile = await b24.actions.v2.call.make<{ ID: string }>({ method: 'profile' });
    return { origin: b24.getTargetOrigin(), id: profile.getData()?.result.ID };
  });
  server.closeAllConnections();
  server.close();

  expect(called).toEqual({ origin: demoPortalUrl(port).slice(0, -1), id: '1' });
});

test('the attacker heard nothing, and no secret was sent', () => {
  expect(stage.attacker.caught).toEqual([]);
  expect(stage.world.requests.filter(({ hasSecret }) => hasSecret)).toEqual([]);
});
