import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerAtDesk, openAtDesk } from '#test/support/journey.ts';
import { root } from '#test/support/sources.ts';
import { tinyPng } from '#test/support/picture.ts';
import {
  portalApp,
  portalTab,
  type PortalApp,
  type PortalTab,
  type TabWish,
} from '#test/support/portal-app.ts';

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

/** Whoever opened a tab in a test; each of them has to have been without a complaint. */
let tabs: PortalTab[] = [];
beforeEach(() => {
  // a minute is counted, of calls to a portal and of a person's requests
  app.pass(120);
  tabs = [];
});
afterEach(async () => {
  const complaints = tabs.flatMap((tab) => tab.complaints);
  for (const { page } of tabs) await page.context().close();
  expect(complaints).toEqual([]);
});

async function tabOf(userId: number, wish: Omit<TabWish, 'userId'> = {}) {
  const tab = await portalTab(app, browser, 'alpha', { userId, ...wish });
  tabs.push(tab);
  return tab;
}

async function write(frame: Frame): Promise<void> {
  await frame.getByLabel('Что делали').fill('Отправил счёт-фактуру из сделки');
  await frame.getByLabel('Что ожидали').fill('Статус «Отправлен»');
  await frame.getByLabel('Что получили').fill('Ошибка подписи');
}

async function paste(frame: Frame): Promise<void> {
  await frame.getByLabel('Что получили').focus();
  await frame.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    focused?.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  }, tinyPng.toString('base64'));
  await frame.locator('rg-tile').first().waitFor();
}

async function send(frame: Frame): Promise<string> {
  await frame.getByRole('button', { name: /^Отправить/ }).click();
  const number = frame
    .locator('rg-receipt')
    .getByText(/^DDX-\d+$/)
    .first();
  await number.waitFor();
  return (await number.textContent())?.trim() ?? '';
}

/** By how much the page in the frame scrolls, down and sideways. */
const scrolls = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return [scrollHeight - clientHeight, scrollWidth - clientWidth];
  });

const contextOf = async (number: string) => {
  const [row] = await app.server.deps.client.unsafe<
    { context: { extra?: Record<string, string> } | null }[]
  >(
    `select context from messages join tickets on tickets.tenant_id = messages.tenant_id
     and tickets.id = messages.ticket_id where number = $1 and context is not null`,
    [number.replace(/\D/g, '')],
  );
  return row?.context?.extra ?? {};
};
const provenOf = async (number: string) =>
  (
    await app.server.deps.client.unsafe('select portal from tickets where number = $1', [
      number.replace(/\D/g, ''),
    ])
  )[0]?.['portal'];

const ticketCount = async () => {
  const [row] = await app.server.deps.client.unsafe<{ count: number }[]>(
    `select count(*)::int as count from tickets where tenant_id = 'didox24'`,
  );
  return row?.count ?? 0;
};

/** Whether the browser keeps a cookie of our page while a portal holds it. */
const keepsCookie = (frame: Frame) =>
  frame.evaluate(() => {
    document.cookie = 'probe=1; SameSite=None; Secure';
    return document.cookie.includes('probe=1');
  });

test.each([
  { name: 'no foreign cookies, 1280 wide', foreignCookies: false, width: 1280 },
  { name: 'foreign cookies, 360 wide', foreignCookies: true, width: 360 },
])('from the installer to the answer: $name', async ({ foreignCookies, width }) => {
  const made = app.installed('alpha', false);
  const where = { width, foreignCookies };
  const anna = await tabOf(1, where);
  const installer = await anna.open();
  const policy = installer.getByRole('link', { name: 'Прочитать регламент' });
  expect(await policy.getAttribute('href')).toBe('/policy/didox24?lang=ru');
  await installer.getByRole('button', { name: 'Завершить установку' }).click();
  await anna.page.waitForURL(/install_finished=Y/);
  await (await anna.frame()).getByLabel('Что делали').waitFor();
  expect(made.placements.map(({ placement }) => placement).toSorted()).toEqual([
    'CRM_DEAL_DETAIL_TAB',
    'REST_APP_URI',
    'USER_PROFILE_MENU',
  ]);
  expect(made.installed).toBe(true);

  const ivan = await tabOf(7, where);
  const opened = performance.now();
  const frame = await ivan.open();
  await write(frame);
  await paste(frame);
  expect(await keepsCookie(frame)).toBe(foreignCookies);
  await expect.poll(() => scrolls(frame)).toEqual([0, 0]);
  const number = await send(frame);
  const seconds = (performance.now() - opened) / 1000;
  console.log(`${number}: ${seconds.toFixed(1)} s from opening to the number`);
  expect(seconds).toBeLessThan(60);
  expect(await ivan.page.title()).toBe('Поддержка Didox24');
  await frame.getByText('Ответ придёт сюда и на i•••@romashka.example').waitFor();
  // what follows begins where the reader looks
  await expect.poll(() => ivan.page.evaluate(() => scrollY)).toBe(0);

  const desk = await openAtDesk(ivan.page.context(), app.server, 'didox24', number);
  await answerAtDesk(desk, 'Обновите сертификат ЭЦП.');
  await desk.close();
  await frame.getByRole('button', { name: 'Все обращения' }).click();
  await frame.locator('rg-list').getByText(number).click();
  await frame.getByText('Обновите сертификат ЭЦП.').waitFor();
  await frame.getByRole('textbox').last().fill('Обновил, спасибо');
  await frame.getByRole('button', { name: 'Ответить' }).click();
  await frame.getByRole('log').getByText('Обновил, спасибо').waitFor();
  expect(await provenOf(number)).toMatchObject({ license: 'ru_basic', installed: true });
});

test('a link in the portal opens the request it is about, in a slider that scrolls by itself', async () => {
  const made = app.installed('alpha');
  const ivan = await tabOf(7);
  const first = await ivan.open();
  await write(first);
  const number = await send(first);

  const link = `/marketplace/view/${made.app.code}/?params[ticket]=${number}`;
  const frame = await ivan.open(link);

  await frame.getByRole('heading', { name: number }).waitFor();
  await frame.getByRole('log').getByText('Ошибка подписи').waitFor();
});

test('a link to a request of nobody here says so above one’s own, until another screen stands there', async () => {
  const made = app.installed('alpha');
  const ivan = await tabOf(7);
  const frame = await ivan.open(`/marketplace/view/${made.app.code}/?params[ticket]=DDX-999999`);

  const said = frame.getByText('DDX-999999. Такого обращения нет, или оно не ваше.');
  await said.waitFor();
  await frame
    .getByRole('button', { name: /^(Новое|Написать)/ })
    .first()
    .click();
  await said.waitFor({ state: 'detached' });
});

test('the menu of a person opens the app, and the page it was opened on goes along', async () => {
  app.installed('alpha');
  const ivan = await tabOf(7);
  await ivan.page.goto(`${app.stage.origin('alpha')}/stream/`);
  await ivan.page.locator('summary[aria-label="Иван Тестов"]').click();
  await ivan.page.getByRole('button', { name: 'Поддержка', exact: true }).click();
  const frame = await ivan.frame();
  await write(frame);
  const number = await send(frame);

  expect(await contextOf(number)).toMatchObject({ page: '/stream/' });
});

test('in the card of a deal its number and title go along', async () => {
  app.installed('alpha');
  const portal = app.portal('alpha');
  portal.added.push({
    kind: 'crm.item.2',
    id: 8061,
    fields: { id: 8061, title: 'Поставка кирпича' },
  });
  const ivan = await tabOf(7);
  await ivan.page.goto(`${app.stage.origin('alpha')}/crm/deal/details/8061/`);
  await ivan.page.getByRole('link', { name: 'Поддержка', exact: true }).click();
  const frame = await ivan.frame();
  await frame.getByText('Поставка кирпича').waitFor();
  await write(frame);
  await frame.getByRole('button', { name: 'Проверить' }).click();
  const named = (row: string) => frame.locator(`[data-item="context.extra.${row}"] .note`);
  expect(await named('page').textContent()).toBe('Открыто со страницы');
  expect(await named('deal').textContent()).toBe('Сделка');
  expect(await named('dealTitle').textContent()).toBe('Название сделки');
  const you = (await frame.locator('[data-item="person"] .lines').textContent())?.split('\n') ?? [];
  expect(you).toContain('Иван Тестов');
  expect(you).toEqual([...new Set(you)]);
  const number = await send(frame);

  expect(await contextOf(number)).toMatchObject({ deal: '8061', dealTitle: 'Поставка кирпича' });
});

test('the token ends while somebody types: the draft stays, the portal vouches anew, one request', async () => {
  app.installed('alpha');
  const before = await ticketCount();
  const ivan = await tabOf(7);
  const frame = await ivan.open();
  await write(frame);

  app.pass(3700);
  await send(frame);

  expect(await ticketCount()).toBe(before + 1);
  expect(app.asked.filter((path) => path.endsWith('/sessions'))).toHaveLength(1);
});

test('every command of keys alone: written, sent, found again and answered', async () => {
  app.installed('alpha');
  const ivan = await tabOf(7);
  const frame = await ivan.open();
  await frame.getByLabel('Что делали').waitFor();
  const { keyboard } = ivan.page;
  await tabTo(ivan.page, frame, 'Что делали');
  await keyboard.type('Отправил счёт');
  await tabTo(ivan.page, frame, 'Что получили');
  await keyboard.type('Ошибка подписи');
  await keyboard.press('Control+Enter');
  await frame
    .locator('rg-receipt')
    .getByText(/^DDX-\d+$/)
    .first()
    .waitFor();
  await tabTo(ivan.page, frame, 'Все обращения');
  await keyboard.press('Enter');
  await frame.locator('rg-list').waitFor();
  await tabTo(ivan.page, frame, /DDX-\d+/);
  await keyboard.press('Enter');
  await frame.getByRole('log').getByText('Ошибка подписи').waitFor();
});

/** Presses Tab until what has the focus in the frame is called so. */
async function tabTo(page: Page, frame: Frame, name: string | RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await frame.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { labels } = (element ?? {}) as HTMLInputElement;
      return [labels?.[0], element].map((one) => one?.textContent ?? '').join(' ');
    });
    if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return;
  }
  throw new Error(`no key leads to ${name}`);
}

test.each(['ru', 'uz', 'en'])(
  'until the form stands the page costs at most 35 kB gzip beside the SDK: %s',
  async (language) => {
    app.installed('alpha');
    const ivan = await tabOf(7);
    await ivan.page.route(/\/b24\/didox24\/app\?/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/LANG=\w+/, `LANG=${language}`),
      }),
    );
    await ivan.page.addInitScript(() => {
      // what has arrived when the first field is drawn, before anything else may come
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function attachShadow(init) {
        const made = attach.call(this, init);
        new MutationObserver((_changes, observer) => {
          if ('read' in window || !made.querySelector('#did')) return;
          observer.disconnect();
          const read = performance.getEntriesByType('resource').map(({ name }) => name);
          Object.assign(window, { read });
        }).observe(made, { childList: true, subtree: true });
        return made;
      };
    });
    const frame = await ivan.open();
    await frame.waitForFunction(() => 'read' in window);
    const read = await frame.evaluate(() => (window as unknown as { read: string[] }).read);

    const scripts = read.map((url) => new URL(url).pathname).filter((path) => path.endsWith('.js'));
    const ours = scripts.filter((path) => !/\/frame-[\w-]+\.js$/.test(path));
    const bytes = ours.map((path) => {
      const file = join(root, 'dist/bitrix-app', path.replace('/b24/', ''));
      return gzipSync(readFileSync(file), { level: 9 }).length;
    });
    const sum = bytes.reduce((all, one) => all + one, 0);
    console.log(`${language}: ${sum} bytes gzip in ${ours.length} files beside the SDK`);
    expect(ours.length).toBeGreaterThanOrEqual(3);
    expect(sum).toBeLessThanOrEqual(35_000);
  },
);

test('nobody but the OAuth servers and the portals was called, and the attacker heard nothing', () => {
  expect(app.guard.strangers()).toEqual([]);
  expect(new Set(app.guard.names)).toEqual(new Set(['oauth-east.test', 'alpha-bitrix.test']));
  expect(app.stage.attacker.caught).toEqual([]);
});
