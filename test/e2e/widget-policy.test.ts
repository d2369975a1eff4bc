import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost } from '#test/support/widget-host.ts';

const strict =
  "default-src 'none'; script-src WIDGET; connect-src WIDGET; img-src data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <h1>Оплаты</h1><p id="open">Открытый текст</p>
  <input id="secret" type="password" value="pass-4711"><p data-private id="private">Иванова Анна</p>
  <script src="WIDGET/widget.js" data-key="sample" data-locale="ru"></script>`;

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('open, write, photograph, send, read and reply break no line of the strict policy', async () => {
  const host = await widgetHost(page, strict);
  const tab = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await tab.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  const hidden = await tab.locator('#private').boundingBox();
  const secret = await tab.locator('#secret').boundingBox();
  await tab.getByRole('button', { name: 'Снять страницу' }).click();
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').getByText('SMP-1').waitFor();
  await tab.getByRole('button', { name: 'Дописать' }).click();
  await tab.locator('rg-file rg-picture').waitFor();
  await tab.getByLabel('Ваш ответ').fill('И ещё одно');
  await tab.keyboard.press('Control+Enter');
  await tab.locator('rg-thread article').nth(1).waitFor();

  expect(await tab.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([picture.width, picture.height]).toEqual([900, 700]);
  expect(picture.coloursIn(hidden ?? nowhere)).toEqual(new Set(['16,19,18']));
  expect(picture.coloursIn(secret ?? nowhere)).toEqual(new Set(['16,19,18']));
  await tab.close();
  await host.close();
});
