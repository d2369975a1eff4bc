import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { clearFaults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import type { FramePost } from '#server/demo/portal/frames.ts';
import { portalApp, portalTab, postedForm, type PortalApp } from '#test/support/portal-app.ts';

let app: PortalApp;
let browser: Browser;
beforeAll(async () => {
  app = await portalApp();
  browser = await app.browser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const alpha = () => app.portal('alpha');
beforeEach(() => {
  // a minute is counted, of calls to a portal and of a person's requests
  app.pass(120);
  alpha().ailments.silentTo = [];
  alpha().ailments.withoutRest = false;
  clearFaults(app.stage.world, alpha().host);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function write(frame: Frame): Promise<void> {
  await frame.getByLabel('Что делали').fill('Отправил счёт-фактуру из сделки');
  await frame.getByLabel('Что получили').fill('Ошибка подписи');
}

const press = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name }).click();

const receipt = (frame: Frame) =>
  frame
    .locator('rg-receipt')
    .getByText(/^DDX-\d+$/)
    .first()
    .waitFor();

const ticketCount = async () => {
  const [row] = await app.server.deps.client.unsafe<{ count: number }[]>(
    `select count(*)::int as count from tickets where tenant_id = 'didox24'`,
  );
  return row?.count ?? 0;
};

/** Puts a frame of this name into a page and posts a form of a portal into it. */
async function frameIn(page: Page, post: FramePost, name: string, noReferrer = false) {
  await page.evaluate(
    ({ url, fields, name: frameName, noReferrer: hidden }) => {
      if (hidden) {
        const meta = document.createElement('meta');
        Object.assign(meta, { name: 'referrer', content: 'no-referrer' });
        document.head.append(meta);
      }
      const iframe = document.createElement('iframe');
      const form = document.createElement('form');
      Object.assign(iframe, { name: frameName, width: '900', height: '700' });
      Object.assign(form, { hidden: true, method: 'post', action: url, target: frameName });
      for (const [key, value] of Object.entries(fields)) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: key, value });
        form.append(field);
      }
      document.body.prepend(iframe, form);
      form.submit();
    },
    { ...post, name, noReferrer },
  );
}

test.each(['getInitData', 'refreshAuth'])(
  'a portal that is silent to %s: the form stands, and what is written is sent',
  async (command) => {
    app.installed('alpha');
    alpha().ailments.silentTo = [command];
    const { open } = await portalTab(app, browser, 'alpha', { userId: 7 });
    const frame = await open();
    await write(frame);
    if (command === 'getInitData')
      await frame.getByText('Портал не отвечает. Написанное сохраняется').waitFor();
    await press(frame, /^Отправить/);
    await receipt(frame);
  },
);

test.each(['setInstall', 'setInstallFinish'])(
  'a portal that is silent to %s: the installer says so in time, and finishes once it is pressed again',
  async (command) => {
    const made = app.installed('alpha', false);
    alpha().ailments.silentTo = [command];
    const { open, page } = await portalTab(app, browser, 'alpha', { userId: 1 });
    const frame = await open();
    await press(frame, 'Завершить установку');
    await frame.getByText('Портал не отвечает 8 секунд').waitFor();
    expect(made.installed).toBe(false);

    alpha().ailments.silentTo = [];
    await press(await open(), 'Завершить установку');
    await page.waitForURL(/install_finished=Y/);
    expect(made.installed).toBe(true);
    expect(made.placements).toHaveLength(3);
  },
);

test.each([
  ['says nothing', () => undefined],
  ['answers with broken JSON', (id: string) => `${id}:{"AUTH_ID":`],
  ['answers with an object', (id: string) => ({ [id]: { AUTH_ID: 'x' } })],
] as const)(
  'the token ended and the portal %s: the draft stays, and is sent once when it speaks again',
  async (_name, reply) => {
    app.installed('alpha');
    alpha().ailments.silentTo = ['refreshAuth'];
    const before = await ticketCount();
    const { open, page } = await portalTab(app, browser, 'alpha', { userId: 7 });
    const frame = await open();
    await write(frame);
    await page
      .evaluate((how) => {
        const answer = new Function(`return ${how}`)() as (id: string) => unknown;
        addEventListener('message', ({ data, source, origin }) => {
          if (typeof data !== 'string' || !data.startsWith('refreshAuth:')) return;
          const said = answer(data.split(':')[1] ?? '');
          if (said !== undefined) (source as Window).postMessage(said, origin);
        });
      }, String(reply))
      .catch(() => undefined);
    app.pass(3700);

    await press(frame, /^Отправить/);
    await frame.locator('rg-outage').getByText(/./).first().waitFor();
    expect(await ticketCount()).toBe(before);
    expect(await frame.getByLabel('Что получили').inputValue()).toBe('Ошибка подписи');

    alpha().ailments.silentTo = [];
    const again = await open();
    const got = again.getByLabel('Что получили');
    await expect.poll(() => got.inputValue()).toBe('Ошибка подписи');
    await press(again, /^Отправить/);
    await receipt(again);
    expect(await ticketCount()).toBe(before + 1);
  },
);

test('messages of strangers, with another number or broken, move nothing', async () => {
  app.installed('alpha');
  const { open, page, complaints } = await portalTab(app, browser, 'alpha', { userId: 7 });
  const frame = await open();
  await write(frame);
  const sent = page.evaluate(() => {
    const target = document.querySelector<HTMLIFrameElement>('iframe[name*="|"]')?.contentWindow;
    for (const text of ['', ':', 'x:{bad', 'refreshAuth:{}', { method: 'getInitData' }, null])
      target?.postMessage(text, '*');
  });
  await sent;
  // of another origin, inside the frame itself
  await frame.evaluate(() => window.postMessage('x:{"AUTH_ID":"stolen"}', '*'));
  // the portal meets another number with silence; its answers to the frame's own calls may come meanwhile
  const heard = await frame.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (String(data).startsWith('a-b:')) resolve(String(data));
        });
        parent.postMessage(`getInitData:a-b:${'0'.repeat(32)}`, '*');
        setTimeout(() => resolve('silence'), 1500);
      }),
  );
  expect(heard).toBe('silence');
  await press(frame, /^Отправить/);
  await receipt(frame);
  expect(complaints).toEqual([]);
});

test('a frame without the name of its portal: said in words, the form stands and sends', async () => {
  app.installed('alpha');
  const { page, frame: found } = await portalTab(app, browser, 'alpha', { userId: 7 });
  await page.goto(`${app.stage.origin('alpha')}/stream/`);
  await frameIn(page, postedForm(app, 'alpha', 7), 'plain');
  const frame = await found();
  await frame.getByText('Портал не отвечает. Написанное сохраняется').waitFor();
  await write(frame);
  await press(frame, /^Отправить/);
  await receipt(frame);
});

test('a page that is no portal cannot frame the app, whatever it posts', async () => {
  app.installed('alpha');
  const { page, complaints } = await portalTab(app, browser, 'alpha', { userId: 7 });
  await page.goto(`${app.stage.origin('bravo')}/stream/`);
  await frameIn(page, postedForm(app, 'alpha', 7), 'stolen', true);
  await expect
    .poll(() => complaints.filter((text) => text.includes('frame-ancestors')))
    .toHaveLength(1);
  expect(complaints[0]).toContain(app.stage.origin('alpha'));
  const shown = () => page.frames().find((one) => one.name() === 'stolen');
  await expect.poll(() => shown()?.url()).toMatch(/^chrome-error:/);

  // with its own name in the headers it is refused before anybody is asked
  await page.goto(`${app.stage.origin('bravo')}/stream/`);
  await frameIn(page, postedForm(app, 'alpha', 7), 'foreign');
  const words = page.frameLocator('iframe[name="foreign"]').getByRole('status');
  await words.waitFor();
  expect(await words.textContent()).toContain('не тот портал');
});

test('outside a portal the address says what it is, and answers the catalogue', async () => {
  const { page } = await portalTab(app, browser, 'alpha', { userId: 7 });
  for (const name of ['app', 'install']) {
    const url = `${app.stage.origin('app')}/b24/didox24/${name}?LANG=ru`;
    const shown = await page.goto(url);
    expect(shown?.status()).toBe(200);
    await page.getByText('открывается внутри портала Битрикс24').waitFor();
    const head = await page.evaluate(
      (address) => fetch(address, { method: 'HEAD' }).then(({ status }) => status),
      url,
    );
    expect(head).toBe(200);
  }
});

test('a browser that lets the frame keep nothing at all: the request is sent', async () => {
  app.installed('alpha');
  const { open, page, complaints } = await portalTab(app, browser, 'alpha', { userId: 7 });
  await page.addInitScript(() => {
    if (window === top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The document is sandboxed', 'SecurityError');
        },
      });
  });
  const frame = await open();
  await write(frame);
  await press(frame, /^Отправить/);
  await receipt(frame);
  expect(complaints).toEqual([]);
});

test('whoever is no administrator is told by the installer whom to ask', async () => {
  app.installed('alpha');
  const { page, frame: found } = await portalTab(app, browser, 'alpha', { userId: 7 });
  await page.goto(`${app.stage.origin('alpha')}/stream/`);
  const post = postedForm(app, 'alpha', 7);
  const url = post.url.replace('/didox24/app', '/didox24/install');
  await frameIn(page, { ...post, url }, post.iframeName);
  const frame = await found();
  await frame.getByText('Установить приложение может только администратор портала').waitFor();
  expect(await frame.getByRole('button').count()).toBe(0);
});

test('a place that the portal refuses is named, and nothing is half installed', async () => {
  const made = app.installed('alpha', false);
  const denied = refusalFault(403, 'ACCESS_DENIED', 'Access denied!');
  setFault(app.stage.world, alpha().host, 'placement.bind', denied);
  const { open, page } = await portalTab(app, browser, 'alpha', { userId: 1 });
  const frame = await open();
  await press(frame, 'Завершить установку');
  const said = frame.getByRole('status');
  await said.getByText('Портал не принял').waitFor();
  expect(await said.getByRole('listitem').count()).toBe(3);
  expect(made.installed).toBe(false);

  await press(frame, 'Завершить без этого');
  await page.waitForURL(/install_finished=Y/);
  expect(made.installed).toBe(true);
});

test('a plan without REST: the installer says what that takes away, and the app works', async () => {
  const made = app.installed('alpha', false);
  alpha().ailments.withoutRest = true;
  const anna = await portalTab(app, browser, 'alpha', { userId: 1 });
  const installer = await anna.open();
  await press(installer, 'Завершить установку');
  await installer.getByText('Тариф этого портала не пускает приложения').waitFor();
  await press(installer, 'Завершить без этого');
  await anna.page.waitForURL(/install_finished=Y/);
  expect(made.installed).toBe(true);
  const frame = await anna.frame();
  await frame.getByText('Сотрудник портала').first().waitFor();
  await write(frame);
  await frame.getByLabel('Электронная почта').fill('anna@romashka.example');
  await press(frame, /^Отправить/);
  await receipt(frame);
});

test.each([
  ['a guest from outside', 9, undefined],
  ['somebody whom the portal keeps from the app', 7, 'user_access_error'],
] as const)('%s reads words, not errors, and can write', async (_name, userId, error) => {
  app.installed('alpha');
  if (error)
    for (const method of ['batch', 'profile', 'user.current'])
      setFault(app.stage.world, alpha().host, method, refusalFault(401, error));
  const { open, complaints } = await portalTab(app, browser, 'alpha', { userId });
  const frame = await open();
  await frame.getByText('Подтверждено порталом').waitFor();
  await write(frame);
  // what the portal does not say of a person is asked for
  if (error) await frame.getByLabel('Электронная почта').fill('ivan@romashka.example');
  await press(frame, /^Отправить/);
  await receipt(frame);
  expect(complaints).toEqual([]);
});
