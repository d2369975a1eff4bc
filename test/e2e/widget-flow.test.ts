import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorPage } from '#test/support/editor-page.ts';
import { findFirefox, launchFirefox } from '#test/support/firefox.ts';
import { launchSharing, sharedCanvas, type SharingBrowser } from '#test/support/full-chromium.ts';
import { shownNumber } from '#test/support/journey.ts';
import { tinyPng } from '#test/support/picture.ts';
import { rowDesk } from '#test/support/row-desk.ts';
import { root } from '#test/support/sources.ts';
import { brokenOnPage, strictProduct, type tags } from '#test/support/strict-product.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let sharing: SharingBrowser;
beforeAll(async () => {
  // the browser goes by its own clock
  row = await rowDesk(new Date().toISOString());
  sharing = await launchSharing();
});
afterAll(async () => {
  await sharing?.browser.close();
  await row?.close();
});

/** A product's page under the strictest policy, in a browser of its own. */
async function openProduct(tag: keyof typeof tags, pictures: string) {
  const product = await strictProduct(row.server, await row.bearerOf('modme'), tag, pictures);
  const tab = await sharing.browser.newPage({ viewport: { width: 1280, height: 800 } });
  if (!sharing.shares) await tab.addInitScript(sharedCanvas);
  await tab.goto(product.pageUrl);
  return {
    tab,
    broken: async () => ({ told: await tab.evaluate(brokenOnPage), reported: product.reports }),
    close: async () => {
      await tab.close();
      await product.close();
    },
  };
}

async function write(tab: Page) {
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('Принял оплату и открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
}

const paste = (tab: Page, into: string) =>
  tab.evaluate(
    ([selector, bytes]) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(
        new File([new Uint8Array(bytes)], 'вставка.png', { type: 'image/png' }),
      );
      document
        .querySelector('reglament-widget')!
        .shadowRoot!.querySelector(selector)!
        .dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }),
        );
    },
    [into, [...tinyPng]] as const,
  );

/** The agent of modme finds a request by its number. */
async function atDesk(number: string) {
  const { rows } = await row.queue('modme');
  const { id } = rows.find((ticket) => ticket.number === number)!;
  return { vendor: 'modme', id } as Parameters<typeof row.answer>[0];
}

test.each(['newest', 'pinned'] as const)(
  'the whole way of a request breaks no line of the strictest policy, the %s tag',
  async (tag) => {
    const { tab, broken, close } = await openProduct(tag, 'img-src data:; media-src blob:;');
    const button = (name: string | RegExp) => tab.getByRole('button', { name });
    await write(tab);
    await paste(tab, '#title');
    await tab.locator('rg-tile').waitFor();
    const editor = editorPage(tab);
    await editor.open();
    await editor.drag([0, 0], [3, 3]);
    await editor.done();
    await button('Снять страницу').click();
    await tab.getByText('Снимок, 1 скрыто').last().waitFor();
    await button('Точный снимок').click();
    await tab.locator('rg-tile').nth(2).waitFor();
    await button('Записать экран').click();
    await tab
      .locator('rg-recording')
      .getByText(/^Запись 0:(0[1-9]|[1-5]\d)/)
      .waitFor();
    await button('Закончить и приложить').click();
    await tab.locator('rg-tile').nth(3).waitFor();
    await button('Проверить').click();
    await tab.locator('rg-last-look').waitFor();
    await button(/^Отправить/).click();
    const number = await shownNumber(tab);

    await row.answer(await atDesk(number), { kind: 'reply', text: 'Снимите фильтр' });
    await button('Все обращения').click();
    await tab.locator('rg-list').getByText(number).click();
    await tab.getByText('Снимите фильтр').waitFor();
    await expect.poll(() => tab.locator('rg-thread rg-file').count()).toBe(4);
    await tab.getByLabel('Ваш ответ').fill('Помогло');
    await paste(tab, '#title');
    await tab.locator('rg-thread rg-tile').waitFor();
    await tab.keyboard.press('Control+Enter');
    await tab.locator('rg-thread article').getByText('Помогло').waitFor();
    await row.answer(await atDesk(number), { kind: 'reply', text: 'Закрываем', resolve: true });
    await button('Да, решено').click();
    const form = tab.getByRole('form', { name: 'Да, решено' });
    await form.getByRole('radio', { name: '5' }).check();
    await form.getByRole('button', { name: 'Да, решено' }).click();
    await tab.getByText('Записали: решено').waitFor({ state: 'attached' });

    expect(await broken()).toEqual({ told: [], reported: [] });
    await close();
  },
);

test.each([
  ['shared by the browser', true],
  ['shared by a browser without a grabber of frames', false],
])(
  'without pictures in the policy the page’s own is %s, after one report at most',
  async (_way, grabber) => {
    const { tab, broken, close } = await openProduct('newest', '');
    if (!grabber) await tab.evaluate(() => Reflect.deleteProperty(window, 'ImageCapture'));
    await write(tab);
    for (let count = 1; count <= 2; count += 1) {
      await tab.getByRole('button', { name: 'Снять страницу' }).click();
      await expect.poll(() => tab.locator('rg-tile').count()).toBe(count);
    }
    await tab.getByRole('button', { name: /^Отправить/ }).click();
    await shownNumber(tab);

    const one = ['img-src data'];
    expect(await broken()).toEqual({ told: one, reported: one });
    await close();
  },
);

test('where neither drawing nor sharing is left it says so, and a pasted picture goes', async () => {
  const { tab, broken, close } = await openProduct('newest', '');
  await tab.evaluate(() => {
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined });
  });
  await write(tab);
  await tab.getByRole('button', { name: 'Снять страницу' }).click();
  await tab.locator('rg-attachments').getByRole('alert').waitFor();
  await paste(tab, '#title');
  await tab.locator('rg-tile').waitFor();
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await shownNumber(tab);

  expect((await broken()).reported).toEqual(['img-src data']);
  await close();
});

const firefox = findFirefox();
if (firefox)
  test('Firefox opens, takes a file, sends, lists and replies under the same policy', async () => {
    const token = await row.bearerOf('modme');
    const product = await strictProduct(row.server, token, 'pinned', 'img-src data:;');
    const browser = await launchFirefox(firefox);
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 800 });
    const seen = async (selector: string) =>
      (await tab.waitForSelector(`reglament-widget >>> ${selector}`, { visible: true }))!;
    const press = async (selector: string) => (await seen(selector)).click();
    const type = async (selector: string, text: string) => {
      await press(selector);
      await tab.keyboard.type(text);
    };
    const sendByKeys = async () => {
      await tab.keyboard.down('Control');
      await tab.keyboard.press('Enter');
      await tab.keyboard.up('Control');
    };
    await tab.goto(product.pageUrl);
    await tab.locator('rg-launcher >>> button').click();
    await type('#did', 'Принял оплату');
    await type('#expected', '450 000');
    await type('#got', '0');
    const [picker] = await tab.$$('reglament-widget >>> rg-attachments >>> input[multiple]');
    await (picker as ElementHandle<HTMLInputElement>).uploadFile(
      join(root, 'server/demo/pictures/widget.png'),
    );
    await seen('rg-tile');
    await press('::-p-text(Снять страницу)');
    await seen('rg-tile:nth-of-type(2)');
    await sendByKeys();
    const number = await (
      await seen('rg-receipt >>> .number strong')
    ).evaluate(({ textContent }) => String(textContent));
    await row.answer(await atDesk(number), { kind: 'reply', text: 'Снимите фильтр' });
    await press('::-p-text(Все обращения)');
    await press(`rg-list >>> ::-p-text(${number})`);
    await seen('rg-thread >>> ::-p-text(Снимите фильтр)');
    await type('rg-thread >>> textarea', 'Помогло');
    await sendByKeys();
    await seen('rg-thread >>> article:nth-of-type(3)');

    const { messages } = await row.ticket(await atDesk(number));
    expect(messages.map(({ attachments, text }) => [attachments.length, text]).slice(1)).toEqual([
      [0, 'Снимите фильтр'],
      [0, 'Помогло'],
    ]);
    expect(messages[0]?.attachments).toHaveLength(2);
    expect([await tab.evaluate(brokenOnPage), product.reports]).toEqual([[], []]);
    await browser.close();
    await product.close();
  });
