import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { editorPage, noisyPicture } from '#test/support/editor-page.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const page = `<!doctype html><html lang="ru"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Оплаты</title><main><h1>Оплаты</h1></main>
  <script src="WIDGET/widget.js" data-key="sample" data-locale="LOCALE"></script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(() => start('ru', 'Поддержка'));
afterEach(async () => {
  await tab.close();
  await host.close();
});

async function start(locale: string, launcher: string) {
  host = await widgetHost(page.replace('LOCALE', locale));
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: launcher }).click();
}

/** A photo out of the browser's own hand: its left half red, its right half blue. */
async function photo(width: number, height: number): Promise<Buffer> {
  const address = await tab.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [wide!, high!];
      const brush = canvas.getContext('2d')!;
      brush.fillStyle = '#ff0000';
      brush.fillRect(0, 0, wide! / 2, high!);
      brush.fillStyle = '#0000ff';
      brush.fillRect(wide! / 2, 0, wide! / 2, high!);
      return canvas.toDataURL('image/jpeg', 0.9);
    },
    [width, height],
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/** The same photo with a note of the camera that it has to be turned to the right, and where it was taken. */
function turned(jpeg: Buffer): Buffer {
  const note = Buffer.from(
    '45786966000049492a00080000000100120103000100000006000000000000004750532034312e33313131',
    'hex',
  );
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, note, jpeg.subarray(2)]);
}

test('a file that is no picture says so and stays as it is', async () => {
  const editor = editorPage(tab);
  await editor.add('broken.png', 'image/png', Buffer.from('not a picture'));
  await tab.locator('rg-tile [aria-label^="Скрыть и отметить"]').click();

  await tab.getByText('Снимок не открылся').waitFor();
  expect(await axeComplaints(tab)).toEqual([]);
  await tab.locator('rg-editor footer').getByRole('button', { name: 'Закрыть' }).click();
  await tab.locator('rg-tile').getByText('broken.png').waitFor();
});

test('a turned photo is edited upright, sent upright, and its note of the place is gone', async () => {
  const editor = editorPage(tab);
  await editor.add('photo.jpg', 'image/jpeg', turned(await photo(320, 200)));
  await editor.open();
  await tab.getByText('200 × 320').waitFor();
  await editor.drag([20, 200], [180, 300]);
  await editor.done();
  await send();

  const { bytes, type } = host.files[0]!;
  expect(type).toBe('image/jpeg');
  expect(bytes.includes(Buffer.from('Exif'))).toBe(false);
  const colours = await decoded(bytes, [
    [100, 60],
    [100, 180],
    [100, 250],
  ]);
  expect(colours.map(([red = 0, , blue = 0]) => [red > 200, blue > 200])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

/** Colours of a received photo, as a browser decodes it. */
const decoded = (bytes: Buffer, places: [number, number][]) =>
  tab.evaluate(
    async ([text, spots]) => {
      const data = Uint8Array.from(atob(text as string), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([data]));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const brush = canvas.getContext('2d')!;
      brush.drawImage(bitmap, 0, 0);
      return (spots as [number, number][]).map(([x, y]) => [
        ...brush.getImageData(x, y, 1, 1).data,
      ]);
    },
    [bytes.toString('base64'), places] as const,
  );

async function send() {
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').waitFor();
}

/** A window that has changed is answered to by then. */
const twoFrames = () =>
  tab.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );

test('of an animation the first frame is left, and the editor says so', async () => {
  const editor = editorPage(tab);
  const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  await editor.add('a.gif', 'image/gif', Buffer.from(gif, 'base64'));
  await editor.open();

  await tab.getByText('От анимации остаётся первый кадр.').waitFor();
});

test('a transparent picture stays transparent where nothing covers it', async () => {
  const editor = editorPage(tab);
  const clear = await tab.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [200, 100];
    return canvas.toDataURL();
  });
  await editor.add('a.png', 'image/png', Buffer.from(clear.split(',')[1] ?? '', 'base64'));
  await editor.open();
  await editor.drag([10, 10], [60, 60]);
  await editor.done();
  await send();

  const [covered, free] = await decoded(host.files[0]!.bytes, [
    [30, 30],
    [150, 50],
  ]);
  expect([covered, free?.[3]]).toEqual([[16, 19, 18, 255], 0]);
});

test('a picture as narrow as a thread starts readable, and marks stay where they are when the window changes', async () => {
  const editor = editorPage(tab);
  await editor.add('long.png', 'image/png', noisyPicture(120, 6000));
  await editor.open();
  await tab.getByText(/120 × 6000 · 100%/).waitFor();
  await editor.drag([20, 20], [100, 100]);
  await tab.setViewportSize({ width: 700, height: 500 });
  await tab.getByRole('button', { name: 'Мельче' }).click();
  await editor.done();
  await send();

  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 20, y: 20, width: 80, height: 80 }, 0)]).toEqual(['16,19,18']);
});

/** A noisy picture in the editor. */
async function openNoisy() {
  const editor = editorPage(tab);
  await editor.add('page.png', 'image/png', noisyPicture(400, 300));
  await editor.open();
  return editor;
}

type Corner = readonly [x: number, y: number];

/** Draws a bar between two corners of the picture, and holds the button down. */
async function holdBar(editor: ReturnType<typeof editorPage>, from: Corner, to: Corner) {
  const [start, end] = [await editor.at(...from), await editor.at(...to)];
  await tab.mouse.move(start.x, start.y);
  await tab.mouse.down();
  await tab.mouse.move(end.x, end.y, { steps: 3 });
}

const [wide, narrow] = [
  { width: 1280, height: 800 },
  { width: 700, height: 500 },
];
test.each([
  ['shrinks', wide, narrow],
  ['grows', narrow, wide],
])('a bar covers what it was seen to cover where the window %s under it', async (_, from, to) => {
  await tab.setViewportSize(from);
  const editor = await openNoisy();
  await holdBar(editor, [100, 80], [200, 160]);
  await tab.setViewportSize(to);
  await twoFrames();
  await tab.mouse.up();
  await expect.poll(editor.said).toBe('Поставлено: Скрыть, 1 из 1');
  // once it is drawn, the picture is in the middle of the new window
  const sides = async () => (await editor.at(0, 0)).x + (await editor.at(400, 300)).x;
  await expect.poll(sides).toBeCloseTo(to.width, 0);
  await editor.done();
  await send();

  const [before, after] = [noisyPicture(400, 300), host.files[0]!.bytes].map(readPicture);
  expect([...after!.coloursIn({ x: 100, y: 80, width: 100, height: 80 }, 0)]).toEqual(['16,19,18']);
  expect([after!.at(99, 79), after!.at(200, 160)]).toEqual([
    before!.at(99, 79),
    before!.at(200, 160),
  ]);
});

test('a bar stands once the last button of the mouse is let go, whichever that is', async () => {
  const editor = await openNoisy();
  await holdBar(editor, [100, 80], [200, 160]);
  await tab.mouse.down({ button: 'right' });
  await tab.mouse.up();
  await tab.mouse.up({ button: 'right' });
  await editor.done();
  await send();

  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 100, y: 80, width: 100, height: 80 }, 0)]).toEqual(['16,19,18']);
});

test.each([
  ['a wheel turned', () => tab.mouse.wheel(0, -200)],
  ['a key pressed', () => tab.keyboard.press('Enter')],
])('a bar covers what it was seen to cover with %s under it', async (_, disturb) => {
  const editor = await openNoisy();
  for (let times = 0; times < 6; times += 1)
    await tab.getByRole('button', { name: 'Крупнее' }).click();
  await holdBar(editor, [180, 130], [220, 170]);
  await disturb();
  await twoFrames();
  await tab.mouse.up();
  await editor.done();
  await send();

  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 180, y: 130, width: 40, height: 40 }, 0)]).toEqual(['16,19,18']);
});

test('a bar that keys have begun covers what it was seen to cover, though nobody ended it', async () => {
  const editor = await openNoisy();
  // from the middle of the picture
  await tab.keyboard.press('Enter');
  for (const way of ['Right', 'Down', 'Right', 'Down'])
    await tab.keyboard.press(`Shift+Arrow${way}`);
  await editor.done();
  await send();

  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 200, y: 150, width: 20, height: 20 }, 0)]).toEqual(['16,19,18']);
});

test('with a press on Escape marks are not lost before somebody has said so', async () => {
  const editor = await openNoisy();
  await editor.drag([100, 80], [200, 160]);
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('Escape');
  await tab.getByRole('alert').getByText('Отметки пропадут').waitFor();
  expect(await axeComplaints(tab)).toEqual([]);
  await tab.getByRole('button', { name: 'Закрыть без них' }).click();

  await tab.locator('rg-editor').waitFor({ state: 'detached' });
  await tab.locator('rg-tile').getByText('page.png').waitFor();
});

test('a picture is burned once, also where the panel is closed afterwards', async () => {
  await tab.evaluate(() => {
    const burned: string[] = [];
    Object.assign(window, { burned });
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (this: HTMLCanvasElement, take, ...how) {
      burned.push(how[0] ?? '');
      toBlob.call(this, take, ...how);
    };
  });
  const editor = await openNoisy();
  await editor.drag([100, 80], [200, 160]);
  await editor.done();
  await tab.getByRole('button', { name: 'Закрыть', exact: true }).first().click();
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve)));

  expect(await tab.evaluate(() => (window as unknown as { burned: string[] }).burned)).toEqual([
    'image/png',
  ]);
});

test.each([
  [
    'closes the panel',
    (panel: Element) => (panel as HTMLElementTagNameMap['reglament-widget']).close(),
  ],
  ['puts the panel elsewhere', (panel: Element) => document.body.append(panel)],
])('what is drawn stays hidden where the page %s over the editor', async (_case, act) => {
  const editor = await openNoisy();
  await editor.drag([100, 80], [200, 160]);
  await tab.locator('reglament-widget').evaluate(act);
  await tab.locator('rg-editor').waitFor({ state: 'detached' });
  await tab.evaluate(() => (window as unknown as { reglament: { open(): void } }).reglament.open());
  await tab.locator('rg-tile').getByText('Снимок, 1 скрыто').waitFor();
  await send();

  const after = readPicture(host.files[0]!.bytes);
  expect([...after.coloursIn({ x: 100, y: 80, width: 100, height: 80 }, 0)]).toEqual(['16,19,18']);
});

test.each([
  ['ru', 'Поддержка', 1280, 800, 'light'],
  ['uz', 'Yordam', 360, 740, 'dark'],
  ['en', 'Support', 320, 640, 'light'],
  ['ru', 'Поддержка', 320, 200, 'dark'],
] as const)(
  'the editor is clean for axe, fits the window and is dark: %s at %s, %d × %d, %s',
  async (locale, launcher, width, height, colorScheme) => {
    await tab.close();
    await host.close();
    await start(locale, launcher);
    await tab.setViewportSize({ width, height });
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const editor = editorPage(tab);
    await editor.add('page.png', 'image/png', noisyPicture(640, 400));
    await editor.open();
    await editor.drag([100, 100], [300, 200]);

    expect(await axeComplaints(tab)).toEqual([]);
    expect(await sideways(tab)).toBe(0);
    const dialog = tab.locator('rg-editor dialog');
    const [over, ground] = await dialog.evaluate((shown) => [
      shown.scrollWidth - shown.clientWidth,
      getComputedStyle(shown).backgroundColor,
    ]);
    expect([over, ground]).toEqual([0, 'rgb(18, 21, 20)']);
    await tab.emulateMedia({ forcedColors: 'active' });
    const [chosen, other] = await tab
      .locator('rg-editor .tool')
      .evaluateAll((tools) =>
        tools.slice(0, 2).map((tool) => getComputedStyle(tool).borderTopWidth),
      );
    expect([chosen, other]).toEqual(['2px', '1px']);
  },
);
