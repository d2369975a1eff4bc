import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const page = `<!doctype html><html lang="uz-Cyrl"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Тўловлар</title>
  <main><h1>Тўловлар</h1></main>
  <script src="WIDGET/widget.js" data-key="sample"></script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
  host = await widgetHost(page);
  tab = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'ru-RU' });
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

/** What stands out at the side, and Latin letters that no name has, on the screen as it is. */
const faults = () =>
  tab.evaluate(() => {
    const dialog = document.querySelector('reglament-widget')!.shadowRoot!.querySelector('dialog')!;
    const names = /SMP-\d+|Sample(?: CRM)?|Policy|Enter|Ctrl|UTC/g;
    const latin = dialog.innerText.replace(names, '').match(/\S*[A-Za-zʻʼ]{2,}\S*/g) ?? [];
    return { over: dialog.scrollWidth - dialog.clientWidth, latin };
  });
const sound = { over: 0, latin: [] };

test('a page in Uzbek of Cyrillic letters has a widget in them, on every screen of a phone', async () => {
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Ёрдам' }).click();
  await tab.getByLabel('Что делали').fill('Ҳисобот очдим');
  await tab.getByRole('button', { name: /^Юбориш/ }).click();
  await tab.locator('[aria-invalid="true"]').first().waitFor();
  expect(await tab.locator('reglament-widget dialog').first().getAttribute('lang')).toBe('uz-Cyrl');
  expect(await faults()).toEqual(sound);

  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  await tab.getByRole('button', { name: /^Юбориш/ }).click();
  await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
  expect(await faults()).toEqual(sound);

  await tab.locator('rg-receipt').getByRole('button').last().click();
  expect((await faults()).over).toBe(0);
});
