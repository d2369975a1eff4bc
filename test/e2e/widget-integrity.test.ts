import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { root } from '#test/support/sources.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const pin = JSON.parse(readFileSync(join(root, 'dist/widget/integrity.json'), 'utf8')) as {
  readonly src: string;
  readonly integrity: string;
};
const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <script src="WIDGET/${pin.src}" integrity="${pin.integrity}" crossorigin nonce="n0nce"
    data-key="sample" data-locale="ru"></script>`;
const strict = (scripts: string) =>
  `default-src 'none'; script-src ${scripts}; connect-src WIDGET; ` +
  "require-trusted-types-for 'script'; trusted-types lit-html";

let browser: Browser;
let host: WidgetHost;
let tab: Page;
let said: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  said = [];
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  tab.on('console', (message) => said.push(message.text()));
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

const launcher = () => tab.getByRole('button', { name: 'Поддержка' });

async function visit(policy?: string) {
  host = await widgetHost(page, policy);
  await tab.goto(host.pageUrl);
}

/** Puts one space behind what a file of the widget says, where its name and text are so. */
const spoil = (name: RegExp, said = '') =>
  tab.route(name, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.includes(said) ? `${text} ` : text });
  });

test.each([
  ["'nonce-n0nce'", 'a nonce'],
  ['WIDGET', 'an address'],
])(
  'the pinned widget opens, sends and answers under script-src %s, by %s alone',
  async (scripts) => {
    await visit(strict(scripts));
    await launcher().click();
    await tab.getByLabel('Что делали').fill('Открыл отчёт');
    await tab.getByLabel('Что ожидали').fill('450 000');
    await tab.getByLabel('Что получили').fill('0');
    await tab.getByRole('button', { name: /^Отправить/ }).click();
    await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();

    expect(said).toEqual([]);
    const scriptsAsked = host.asked.filter((line) => line.includes('/widget'));
    expect(scriptsAsked.filter((line) => !line.includes(pin.src.replace('widget.js', '')))).toEqual(
      ['GET /v1/widgets/sample'],
    );
    expect(new Set(scriptsAsked).size).toBe(scriptsAsked.length);
  },
);

test('a script that is one byte off does not run', async () => {
  await spoil(/\/widget\.js$/);
  await visit();

  await expect.poll(() => said.join()).toContain('integrity');
  expect(await launcher().count()).toBe(0);
});

test('a panel that is one byte off is refused, and opens once it is as published', async () => {
  await spoil(/\/c\/define/);
  await visit();
  await launcher().click();
  await expect.poll(() => said.join()).toContain('is not as published');
  expect(await tab.locator('reglament-widget').count()).toBe(0);

  await tab.unroute(/\/c\/define/);
  await launcher().click();
  await tab.getByLabel('Что делали').waitFor();
});

test('a later part that is one byte off is refused as well, and nothing of it runs', async () => {
  await spoil(/\/c\//, 'as defineWriting');
  await visit();
  await launcher().click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await expect.poll(() => said.join()).toContain('integrity');

  expect(await tab.evaluate(() => customElements.get('rg-suggest') === undefined)).toBe(true);
});
