import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { draftIsKept } from '#test/support/draft-is-kept.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { pagesUntouched } from '#test/support/reload-untouched.ts';

const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <input id="search" autofocus><script src="WIDGET/widget.js" data-key="sample"></script>`;

let browser: Browser;
let host: WidgetHost;
let person: BrowserContext;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(markup);
  person = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  tab = await person.newPage();
  await pagesUntouched(tab);
  await tab.goto(host.pageUrl);
});
afterEach(async () => {
  await person.close();
  await host.close();
});

const press = () => tab.getByRole('button', { name: 'Поддержка' }).click();
const panel = () => tab.locator('reglament-widget dialog[open]');
const marks = () => tab.evaluate(() => Object.keys(sessionStorage));
async function sendOne() {
  for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
    await tab.getByLabel(label).fill('Текст');
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').waitFor();
}
/** Waits until a page has started and would have opened the panel by itself. */
const settled = async () => {
  await tab.waitForLoadState('networkidle');
};

test('the panel is open again after a navigation, with what was written in it', async () => {
  await press();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await draftIsKept(tab);
  await tab.goto(`${host.pageUrl}?next`);
  await panel().waitFor();

  await expect.poll(() => tab.getByLabel('Что делали').inputValue()).toBe('Открыл отчёт');
  await tab.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('search');
});

test('a page that goes before the panel has stood a moment opens it on the next one too', async () => {
  await tab.addInitScript(() => {
    const wait = setTimeout;
    const later = (act: TimerHandler, ms?: number) => (ms === 100 ? 0 : wait(act, ms));
    Object.assign(window, { setTimeout: later });
  });
  await tab.goto(host.pageUrl);
  await press();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await draftIsKept(tab);
  await tab.goto(`${host.pageUrl}?next`);

  await panel().waitFor();
});

test('before anybody has opened it no storage is looked into, from then on it is: a panel without a word opens again', async () => {
  await person.addInitScript(() => {
    const page = window as unknown as { looks: string[] };
    page.looks = [];
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      const own = Object.getOwnPropertyDescriptor(window, name)!;
      Object.defineProperty(window, name, {
        ...own,
        get() {
          page.looks.push(name);
          return own.get!.call(window) as Storage;
        },
      });
    }
  });
  const looks = () => tab.evaluate(() => (window as unknown as { looks: string[] }).looks);
  await tab.reload();
  await settled();
  await tab.waitForTimeout(300);
  expect(await looks()).toEqual([]);

  await press();
  await panel().waitFor();
  await expect.poll(marks).toHaveLength(1);
  await expect
    .poll(() => tab.evaluate(async () => (await indexedDB.databases()).length))
    .toBeGreaterThan(0);
  await tab.goto(`${host.pageUrl}?next`);
  await panel().waitFor();
  expect(await looks()).toContain('sessionStorage');
});

test.each(['does not tell', 'refuses to tell'])(
  'a browser that %s its databases is looked into',
  async (how) => {
    await press();
    await panel().waitFor();
    await expect.poll(marks).toHaveLength(1);
    await person.addInitScript((refuses) => {
      const value = refuses ? () => Promise.reject(new Error('refused')) : undefined;
      Object.defineProperty(indexedDB, 'databases', { value });
    }, how === 'refuses to tell');
    await tab.goto(`${host.pageUrl}?next`);
    await panel().waitFor();
  },
);

test('a page that deletes its databases waits for none of an open panel', async () => {
  await press();
  await panel().waitFor();
  const names = () =>
    tab.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
  await expect.poll(names).toContain('reglament:sample:here');

  const blocked = await tab.evaluate(async () => {
    let waits = 0;
    for (const { name = '' } of await indexedDB.databases())
      await new Promise((resolve) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.addEventListener('blocked', () => resolve((waits += 1)));
        deleting.addEventListener('success', resolve);
      });
    return waits;
  });
  expect(blocked).toBe(0);
});

test('it opens at the request that was open, and at the list', async () => {
  await press();
  await sendOne();
  await tab.getByRole('button', { name: 'Дописать' }).click();
  await tab.locator('rg-thread article').waitFor();
  await tab.reload();
  await tab.locator('rg-thread article').waitFor();

  await tab.getByRole('button', { name: 'К списку' }).click();
  await tab.locator('rg-list').waitFor();
  await tab.reload();
  await tab.locator('rg-list').waitFor();
});

test('what a person has closed stays closed, and leaves no mark', async () => {
  expect(await marks()).toEqual([]);
  await press();
  await panel().waitFor();
  await expect.poll(marks).toEqual(['reglament:sample:open']);
  await tab.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  // a browser tells of a closed dialog in a task of its own
  await expect.poll(marks).toEqual([]);
  const asked = host.asked.length;
  await tab.reload();
  await settled();

  expect(host.asked.slice(asked)).toEqual(['GET /page', 'GET /widget.js']);
});

test('who comes back later finds it closed', async () => {
  await press();
  await panel().waitFor();
  await expect.poll(marks).toEqual(['reglament:sample:open']);
  await tab.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 61_000;
  });
  await tab.reload();
  await expect.poll(marks).toEqual([]);
  await settled();

  expect(await panel().count()).toBe(0);
});

test('who is at work on the next page already is not disturbed', async () => {
  await press();
  await panel().waitFor();
  await expect.poll(marks).toEqual(['reglament:sample:open']);
  await tab.addInitScript(() => {
    Object.defineProperty(UserActivation.prototype, 'hasBeenActive', { get: () => true });
  });
  await tab.reload();
  await expect.poll(marks).toEqual([]);
  await settled();

  expect(await panel().count()).toBe(0);
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('search');
});

test('another tab of the same page opens nothing', async () => {
  await press();
  await panel().waitFor();
  await expect.poll(marks).toEqual(['reglament:sample:open']);
  const other = await person.newPage();
  await other.goto(host.pageUrl);
  await other.waitForLoadState('networkidle');

  expect(await other.locator('reglament-widget').count()).toBe(0);
});
