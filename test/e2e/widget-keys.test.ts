import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { noisyPicture } from '#test/support/editor-page.ts';
import { focusOf, keysOf, type Keys } from '#test/support/keys.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
let tab: Page;
let keys: Keys;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await row.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  keys = keysOf(tab);
  await tab.goto(`${row.server.url}/demo/host?vendor=modme&person=dilnoza&lang=ru&theme=light`);
  await tab.locator('rg-launcher button').waitFor();
});

const inside = () => tab.evaluate(() => document.activeElement?.localName === 'reglament-widget');

test('by keys alone: opened, written, a picture taken and covered, a thing taken out, sent, answered, confirmed', async () => {
  const cheque = { name: 'cheque.png', mimeType: 'image/png', buffer: noisyPicture(400, 300) };
  tab.on('filechooser', (chooser) => void chooser.setFiles(cheque));
  await tab.locator('.search input').focus();
  await keys.to('Поддержка', 'Shift+Tab');
  await keys.press('Enter');
  await keys.on('Новое обращение');

  await keys.to('Что случилось');
  await keys.press('ArrowDown', 'ArrowUp');
  await keys.to('Что делали');
  await tab.keyboard.type('Принял оплату');
  await keys.to('Что ожидали');
  await tab.keyboard.type('450 000');
  await keys.to('Что получили');
  await tab.keyboard.type('В строке 0 сум');
  await keys.to('Шаг 1');
  await tab.keyboard.type('Касса');
  await keys.press('Enter');
  await keys.on('Шаг 2');
  await tab.keyboard.type('Отчёты');

  await keys.to('Снять страницу');
  await keys.press('Enter');
  await tab.getByText(/^Снимок, \d+ скрыт/).waitFor();
  await keys.to('Выбрать файл');
  await keys.press('Enter');
  await tab.locator('rg-tile').nth(1).waitFor();

  await keys.to(/^Скрыть и отметить: «cheque/, 'Shift+Tab');
  await keys.press('Enter');
  await tab.locator('rg-editor .stage canvas[style]').waitFor();
  await keys.press('Digit1', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter');
  await tab
    .locator('rg-editor [role="status"]')
    .getByText(/^Поставлено: Скрыть/)
    .waitFor({ state: 'attached' });
  await keys.to('Приложить снимок');
  await keys.press('Enter');
  await keys.on(/^Скрыть и отметить: «cheque/);

  await keys.to('Проверить');
  await keys.press('Enter');
  await tab.locator('rg-last-look li').first().waitFor();
  await keys.to(/^Не отправлять: Браузер/);
  await keys.press('Enter');
  await tab.getByText('Не отправим: 1 сведение').waitFor();
  await keys.to(/^Отправить/);
  await keys.press('Enter');
  await tab.locator('rg-receipt').waitFor();
  await keys.on('Обращение принято');

  const queue = await row.queue('modme');
  const sent = queue.rows[0]!;
  const opened = { vendor: 'modme', id: sent.id } as Parameters<typeof row.answer>[0];
  await row.answer(opened, { kind: 'question', text: 'В каком филиале?' });
  await keys.to('Все обращения');
  await keys.press('Enter');
  await keys.on('Мои обращения');
  await keys.to(new RegExp(`^${sent.number}`));
  await keys.press('Enter');
  await tab.getByText('В каком филиале?').waitFor();
  await keys.on(sent.number);
  await keys.to('Ваш ответ');
  await tab.keyboard.type('В «Центре»');
  await keys.press('Control+Enter');
  await tab.locator('rg-thread article').getByText('В «Центре»').waitFor();

  await row.answer(opened, { kind: 'reply', text: 'Снимите фильтр.', resolve: true });
  await keys.to('К списку', 'Shift+Tab');
  await keys.press('Enter');
  await keys.on('Мои обращения');
  await keys.to(new RegExp(`^${sent.number}`));
  await keys.press('Enter');
  await tab.locator('rg-own-acts #yes').waitFor();
  await keys.to('Да, решено');
  await keys.press('Enter');
  await keys.on('Да, решено');
  await keys.to('Да, решено');
  await keys.press('Enter');
  await tab.locator('rg-own-acts form').waitFor({ state: 'detached' });
  await keys.on(sent.number);

  await keys.press('Escape');
  await expect.poll(inside).toBe(false);
  expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('rg-launcher');
  expect(keys.unseen).toEqual([]);
});

/** Stops of the focus in the open panel that nothing shows, going once around it. */
async function unseenStops(): Promise<string[]> {
  const unseen: string[] = [];
  const names = new Set<string>();
  for (;;) {
    await tab.keyboard.press('Tab');
    const { name, seen } = await focusOf(tab);
    if (names.has(name)) return unseen;
    names.add(name);
    if (!seen && (await inside())) unseen.push(name);
  }
}

test('in light, dark and forced colours each stop of the focus is seen, and where less motion is wanted nothing moves', async () => {
  await tab.locator('rg-launcher button').focus();
  await tab.keyboard.press('Enter');
  await keys.on('Новое обращение');
  const panel = tab.locator('reglament-widget');
  for (const theme of ['light', 'dark']) {
    await panel.evaluate((element, theme) => element.setAttribute('theme', theme), theme);
    expect({ theme, unseen: await unseenStops() }).toEqual({ theme, unseen: [] });
  }
  await tab.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await unseenStops()).toEqual([]);

  const moving = () =>
    panel.evaluate((element) => {
      const roots = (root: ShadowRoot): ShadowRoot[] => [
        root,
        ...[...root.querySelectorAll('*')].flatMap((one) =>
          one.shadowRoot ? roots(one.shadowRoot) : [],
        ),
      ];
      return roots(element.shadowRoot!).flatMap((root) => root.getAnimations()).length;
    });
  await keys.press('Escape');
  await keys.on('Поддержка');
  await keys.press('Enter');
  await keys.on('Новое обращение');
  expect(await moving()).toBe(0);
});

test('the launcher’s mark is seen in forced colours, wherever the word is', async () => {
  await tab.emulateMedia({ forcedColors: 'active' });
  for (const width of [1280, 360]) {
    await tab.setViewportSize({ width, height: 740 });
    const [mark, ground, word] = await tab.locator('rg-launcher button').evaluate((button) => {
      const own = getComputedStyle(button);
      return [getComputedStyle(button, '::before').backgroundColor, own.backgroundColor, own.color];
    });
    expect([mark, mark === ground]).toEqual([word, false]);
    expect(await tab.getByRole('button', { name: 'Поддержка', exact: true }).isVisible()).toBe(
      true,
    );
  }
});

test('on a phone the sheet stands above the keyboard, what is written in stays in sight, and the promise folds', async () => {
  await tab.setViewportSize({ width: 360, height: 740 });
  await tab.locator('rg-launcher button').click();
  const got = tab.getByLabel('Что получили');
  await got.click();
  const keyboard = 330;
  await tab.evaluate((left) => {
    Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => left });
    visualViewport?.dispatchEvent(new Event('resize'));
  }, 740 - keyboard);

  const bottom = async (selector: string) => {
    const box = await tab.locator(selector).first().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await expect.poll(() => bottom('reglament-widget dialog')).toBeLessThanOrEqual(740 - keyboard);
  expect(await bottom('rg-form footer .primary')).toBeLessThanOrEqual(740 - keyboard);
  const written = await got.boundingBox();
  const footer = await tab.locator('rg-form footer').boundingBox();
  expect((written?.y ?? 0) + (written?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
  expect(await tab.locator('rg-ruler').first().isVisible()).toBe(false);
});
