import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { editorPage, noisyPicture } from '#test/support/editor-page.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { reloadUntouched } from '#test/support/reload-untouched.ts';

const policy =
  "default-src 'none'; script-src 'nonce-n' WIDGET; connect-src WIDGET; require-trusted-types-for 'script'; trusted-types lit-html";
const page = (locale: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Оплаты</title>
  <script nonce="n">window.broken = []; addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));</script>
  <main><h1>Оплаты</h1></main>
  <script nonce="n" src="WIDGET/widget.js" data-key="sample" data-locale="${locale}"></script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await tab.close();
  await host.close();
});

async function start(options: BrowserContextOptions = {}) {
  host = await widgetHost(page('ru'), policy);
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  return editorPage(tab);
}
async function send() {
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').waitFor();
}
/** What is written is in the browser's own database by now. */
const kept = () => tab.locator('.kept[aria-busy="false"]').getByText('Черновик').waitFor();
/** How many files lie in the browser's own database. */
const storedFiles = () =>
  tab.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => {
        request.addEventListener('success', () => resolve(request.result));
      });
    const database = await wait(indexedDB.open('reglament:sample'));
    const ids = await wait(database.transaction('records').objectStore('records').getAllKeys());
    database.close();
    return ids.filter((id) => String(id).includes('/file/')).length;
  });
const hidden = '16,19,18';

test('from the first cover on the picture lies in no store until it is burned; given up, it is kept as it was', async () => {
  const editor = await start();
  await editor.add('page.png', 'image/png', noisyPicture(400, 300));
  await kept();
  expect(await storedFiles()).toBe(1);
  await editor.open();
  await editor.drag([100, 80], [200, 160]);
  await expect.poll(storedFiles).toBe(0);
  await editor.done();
  await kept();
  expect(await storedFiles()).toBe(1);

  await editor.open();
  await editor.drag([20, 20], [60, 60]);
  await expect.poll(storedFiles).toBe(0);
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('Escape');
  await tab.getByRole('button', { name: 'Закрыть без них' }).click();
  await tab.getByText('Снимок, 1 скрыто').waitFor();
  await expect.poll(storedFiles).toBe(1);
});

test('what is covered is gone from the picture before it is kept or sent; what was there is nowhere else', async () => {
  const original = noisyPicture(400, 300);
  const editor = await start();
  await editor.add('page.png', 'image/png', original);
  await editor.open();
  await editor.drag([100, 80], [200, 160]);
  expect(await editor.said()).toBe('Поставлено: Скрыть, 1 из 1');
  await editor.done();
  await tab.getByText('Снимок, 1 скрыто').waitFor();

  await kept();
  await send();

  const [file] = host.files;
  const [before, after] = [readPicture(original), readPicture(file!.bytes)];
  expect([after.width, after.height]).toEqual([400, 300]);
  expect([...after.coloursIn({ x: 100, y: 80, width: 100, height: 80 }, 0)]).toEqual([hidden]);
  for (const [x, y] of [
    [99, 100],
    [200, 100],
    [150, 79],
    [150, 160],
    [0, 0],
    [399, 299],
  ] as const)
    expect(after.at(x, y)).toEqual(before.at(x, y));
  expect(file!.bytes.includes(original.subarray(60, 200))).toBe(false);
  expect(host.files).toHaveLength(1);
  expect(await tab.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
});

test('what a reload brings back is the covered picture, and under the cover there is nothing any more', async () => {
  const editor = await start();
  await editor.add('page.png', 'image/png', noisyPicture(400, 300));
  await kept();
  await editor.open();
  await editor.drag([100, 80], [200, 160]);
  await editor.done();
  await kept();
  await reloadUntouched(tab);
  await tab.getByText('Снимок, 1 скрыто').waitFor();

  await editor.open();
  const press = await editor.at(150, 120);
  await tab.mouse.click(press.x, press.y);
  expect(await editor.said()).toBe('');
  await editor.done();
  await send();
  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 100, y: 80, width: 100, height: 80 }, 0)]).toEqual([hidden]);
});

test('until it is sent the cover can be lifted again: the marks come back, move and go', async () => {
  const original = noisyPicture(400, 300);
  const editor = await start();
  await editor.add('page.png', 'image/png', original);
  await editor.open();
  await editor.drag([100, 80], [200, 160]);
  await editor.done();

  await editor.open();
  const press = await editor.at(150, 120);
  await tab.mouse.click(press.x, press.y);
  expect(await editor.said()).toBe('Скрыть 1 из 1');
  await editor.drag([150, 120], [250, 220]);
  await tab.keyboard.press('Control+z');
  await tab.keyboard.press('Control+Shift+z');
  await editor.drag([300, 50], [380, 90]);
  await tab.keyboard.press('Delete');
  await editor.done();
  await send();

  const [before, after] = [readPicture(original), readPicture(host.files[0]!.bytes)];
  expect([...after.coloursIn({ x: 200, y: 180, width: 100, height: 80 }, 0)]).toEqual([hidden]);
  expect(after.at(150, 120)).toEqual(before.at(150, 120));
  expect(after.at(340, 70)).toEqual(before.at(340, 70));
});

test('by keyboard alone: a frame is placed, chosen, moved, stretched, written beside, and what happens is said', async () => {
  const editor = await start();
  await editor.add('page.png', 'image/png', noisyPicture(400, 300));
  await tab.locator('rg-tile [aria-label^="Скрыть и отметить"]').focus();
  await tab.keyboard.press('Enter');
  await editor.stage.locator('canvas').waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await tab.keyboard.press(key);
    return editor.said();
  };

  expect(await press('Digit3')).toBe('Выбрано: Рамка');
  expect(await press('Shift+ArrowLeft', 'ArrowUp')).toBe('190, 149');
  expect(await press('Enter')).toBe('Рамка, начало: 190, 149');
  await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
  expect(await press('Enter')).toBe('Поставлено: Рамка, 1 из 1');
  await press('Digit4', 'Enter');
  await tab.keyboard.type('Долг не закрыт, qoʻshildi');
  expect(await press('Enter')).toBe('Поставлено: Текст, 2 из 2');
  expect(await press('Escape', 'Tab')).toBe('Рамка 1 из 2');
  expect(await press('ArrowLeft')).toBe('189, 149');
  expect(await press('Shift+ArrowDown')).toBe('209, 170');
  expect(await press('Tab')).toBe('Текст 2 из 2');
  expect(await press('Delete')).toBe('Убрано: Текст. Отметок: 1');
  expect(await press('Control+z')).toBe('Отменено. Отметок: 2');

  await press('Escape');
  await tab.getByText('Отметки пропадут').waitFor();
  await press('Escape', 'Escape', 'Enter');
  await tab.locator('rg-editor').waitFor({ state: 'attached' });
  await tab.getByRole('button', { name: 'Приложить снимок' }).focus();
  await tab.keyboard.press('Enter');
  await tab.locator('rg-editor').waitFor({ state: 'detached' });
  const focused = await tab.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label');
  });
  expect(focused).toMatch(/^Скрыть и отметить/);
  await tab.getByLabel('Что делали').waitFor();
});

test('by touch on a phone: a finger covers, two fingers enlarge, nothing scrolls', async () => {
  const editor = await start({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await editor.add('page.png', 'image/png', noisyPicture(640, 400));
  await tab.locator('rg-tile [aria-label^="Скрыть и отметить"]').tap();
  await editor.stage.locator('canvas').waitFor();
  const wire = await tab.context().newCDPSession(tab);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...points: { x: number; y: number }[]
  ) =>
    wire.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  const width = () =>
    editor.stage.locator('canvas').evaluate((shown) => shown.getBoundingClientRect().width);

  const [from, to] = [await editor.at(100, 100), await editor.at(300, 250)];
  await touch('touchStart', from);
  await touch('touchMove', { x: from.x + 20, y: from.y + 20 });
  await touch('touchMove', to);
  await touch('touchEnd');
  await expect.poll(editor.said).toBe('Поставлено: Скрыть, 1 из 1');

  const small = await width();
  const [a, b] = [await editor.at(300, 200), await editor.at(340, 200)];
  await touch('touchStart', a);
  await touch('touchStart', a, b);
  await touch('touchMove', { x: a.x - 60, y: a.y }, { x: b.x + 60, y: b.y });
  await touch('touchEnd');
  await expect.poll(width).toBeGreaterThan(small * 2);
  expect(await tab.evaluate(() => [scrollX, scrollY, visualViewport?.scale])).toEqual([0, 0, 1]);

  const targets = await tab.locator('rg-editor button, rg-tile button').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const box = button.getBoundingClientRect();
      return box.width > 0 && Math.min(box.width, box.height) < 44 ? [button.outerHTML] : [];
    }),
  );
  expect(targets).toEqual([]);
  await editor.done();
  await send();
  const colours = readPicture(host.files[0]!.bytes).coloursIn(
    { x: 100, y: 100, width: 200, height: 150 },
    4,
  );
  expect([...colours]).toEqual([hidden]);
});
