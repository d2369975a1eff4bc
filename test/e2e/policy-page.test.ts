import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { policyPages, vendors } from '#test/support/policy-page.ts';
import { root } from '#test/support/sources.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: Server;
let url: string;
beforeAll(async () => {
  browser = await launchChromium();
  server = createServer(getRequestListener(policyPages().fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** A tab that lets the checker in past the page's own rules. */
async function open(path: string, look: { width: number; dark?: boolean }): Promise<Page> {
  const tab = await browser.newPage({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
    bypassCSP: true,
  });
  await tab.goto(`${url}${path}`);
  return tab;
}

const sideways = (tab: Page) =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function complaints(tab: Page): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
  });
}

describe.each(vendors)('the page of %s', (vendor) => {
  test.each([
    ['ru', 1280, false],
    ['uz', 360, true],
    ['en', 320, false],
  ])(
    'S0.2.1 PUB: %s at %d px, dark %s: clean for axe, nothing sideways',
    async (lang, width, dark) => {
      const tab = await open(`/policy/${vendor}?lang=${lang}`, { width, dark });
      await tab.evaluate(() => {
        for (const more of document.querySelectorAll('details')) more.open = true;
      });

      expect(await complaints(tab)).toEqual([]);
      expect(await sideways(tab)).toBe(0);
      await tab.close();
    },
  );

  test('nothing is sideways at 400 % either', async () => {
    const tab = await open(`/policy/${vendor}?lang=ru`, { width: 1280 });
    await tab.setViewportSize({ width: 320, height: 200 });

    expect(await sideways(tab)).toBe(0);
    await tab.close();
  });

  test('every line of the text is on paper, folded parts too', async () => {
    const tab = await open(`/policy/${vendor}?lang=ru`, { width: 794 });
    await tab.emulateMedia({ media: 'print' });
    const hidden = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main li, main dd, main p')]
        .filter((line) => !line.checkVisibility({ contentVisibilityAuto: true }))
        .filter((line) => !line.closest('nav'))
        .map((line) => line.textContent?.trim().slice(0, 60)),
    );

    expect(hidden).toEqual([]);
    expect(await tab.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
    await tab.close();
  });
});

test('S0.2.1 PUB: the page is whole in a browser that runs no scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${url}/policy/modme?lang=ru`);

  await tab.getByRole('heading', { level: 1, name: 'Политика технической поддержки' }).waitFor();
  await tab.getByText('Сейчас закрыто').waitFor();
  await tab.getByText('За что отвечаем, когда причина найдена').click();
  await tab.getByText('Действия самого клиента modme.uz').waitFor();
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('by keyboard alone: language, contents, clause and back', async () => {
  const tab = await open('/policy/modme?lang=ru', { width: 1280 });
  const focused = () => tab.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  await tab.keyboard.press('Tab');
  expect(await focused()).toBe('Русский');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/lang=uz/);
  await tab.getByRole('link', { name: 'Nimaga vaʼda beramiz' }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/#promises/);
  await tab.locator('#promises .by a').first().focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/#clause-3$/);

  expect(
    await tab.evaluate(() => getComputedStyle(document.querySelector(':target')!).outlineStyle),
  ).toBe('solid');
  await tab.close();
});
