import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCapturePage, type CapturePage } from '#test/support/capture-page/open.ts';
import { secrets, secretsPage } from '#test/support/capture-page/secrets.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { readPicture, type Box } from '#test/support/picture.ts';

let browser: Browser;
let page: CapturePage;
beforeAll(async () => {
  browser = await launchChromium();
  page = await openCapturePage(browser, secretsPage);
});
afterAll(async () => {
  await page?.close();
  await browser?.close();
});

/** Where the page itself shows what has to be hidden. */
const placesOf = () =>
  page.tab.evaluate(() => {
    const boxOf = (element: Element, x = 0, y = 0): Box => {
      const box = element.getBoundingClientRect();
      return { x: box.x + x, y: box.y + y, width: box.width, height: box.height };
    };
    const frame = document.querySelector('iframe')!;
    const edge = frame.getBoundingClientRect();
    const framed = frame.contentDocument!.querySelector('[data-private]')!;
    const shadow = document.querySelector('#shadow')!.shadowRoot!.querySelector('#inner')!;
    return [
      ...[...document.querySelectorAll('[data-secret]')].map((element) => boxOf(element)),
      boxOf(shadow),
      boxOf(framed, edge.x + 2, edge.y + 2),
    ];
  });

test('what is marked, named or known as secret is in no byte that the renderer makes, and its place is flat', async () => {
  const { bytes, hidden, drawn } = await page.take('.salary, .other');
  const places = await placesOf();

  const all = drawn.join('\n');
  expect(all).toContain('Открытый текст');
  expect(all).toContain('рама открыта');
  expect(Object.values(secrets).filter((secret) => all.includes(secret))).toEqual([]);
  const picture = readPicture(bytes);
  const leaky = places.filter((place) => {
    const whole = Object.fromEntries(
      Object.entries(place).map(([key, value]) => [key, Math.round(value)]),
    ) as unknown as Box;
    return [...picture.coloursIn(whole)].join() !== '16,19,18';
  });
  expect(leaky).toEqual([]);
  expect(hidden).toBe(places.length + 1);
}, 60_000);

test('a masked row that is scrolled half away covers nothing outside its list, and text around a masked word stays where it was', async () => {
  const { bytes } = await page.take('.salary');
  const picture = readPicture(bytes);
  const below = await page.tab.evaluate(() => {
    const list = document.querySelector('#list')!.getBoundingClientRect();
    return { x: list.x, y: list.bottom + 2, width: list.width, height: 6 };
  });

  const box = { ...below, x: Math.round(below.x), y: Math.round(below.y) };
  expect([...picture.coloursIn(box, 0)]).not.toContain('16,19,18');
  const own = readPicture(await page.tab.screenshot());
  const after = await page.tab.evaluate(() => {
    const range = document.createRange();
    range.selectNode(document.querySelector('#word')!.nextSibling!);
    const { x, y, width, height } = range.getBoundingClientRect();
    return {
      x: Math.ceil(x),
      y: Math.ceil(y),
      width: Math.floor(width),
      height: Math.floor(height),
    };
  });
  let off = 0;
  for (let y = after.y; y < after.y + after.height; y += 1) {
    for (let x = after.x; x < after.x + after.width; x += 1)
      if (Math.abs(picture.at(x, y)[0] - own.at(x, y)[0]) > 60) off += 1;
  }
  expect(off / (after.width * after.height)).toBeLessThan(0.02);
}, 60_000);

test('what is private stays so where it is shown by another element: a slot, a copy of a drawing, dots instead of letters', async () => {
  const hiding = await openCapturePage(
    browser,
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Тайны</title>
    <style>body { margin: 10px; font: 30px/40px monospace; background: #fff } .dots { -webkit-text-security: disc }</style>
    <x-card><span id="slotted">SECRET-slot</span></x-card>
    <svg width="400" height="40"><defs><g data-private><text id="drawing" y="30">SECRET-use</text></g></defs></svg>
    <svg width="400" height="40"><use href="#drawing"/></svg>
    <p><span class="dots" id="word">WWWWWWWW</span></p>
    <input class="dots" id="field" value="WWWWWWWW" style="font: inherit; border: 0; padding: 0">
    <input placeholder="Номер карты" id="by-place" value="SECRET-card">
    <label>Пароль <input value="SECRET-label"></label>
    <script>
      const shadow = document.querySelector('x-card').attachShadow({ mode: 'open' });
      shadow.innerHTML = '<slot data-private></slot>';
    </script>`,
    { viewport: { width: 900, height: 500 } },
  );
  const { bytes, drawn } = await hiding.take();
  const picture = readPicture(bytes);
  const real = readPicture(await hiding.tab.screenshot());
  const boxOf = (id: string) =>
    hiding.tab.locator(`#${id}`).evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        x: Math.ceil(x),
        y: Math.ceil(y),
        width: Math.floor(width) - 1,
        height: Math.floor(height) - 1,
      };
    });
  /** Share of an area that has ink. */
  const inkOf = (of: typeof picture, { x, y, width, height }: Box) => {
    let dark = 0;
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        if (of.at(column, row)[0] < 128) dark += 1;
    return dark / (width * height);
  };

  expect(drawn.join('\n')).not.toMatch(/SECRET/);
  expect([...picture.coloursIn(await boxOf('slotted'))]).toEqual(['16,19,18']);
  for (const id of ['word', 'field']) {
    const box = await boxOf(id);
    expect(inkOf(picture, box) / inkOf(real, box)).toBeCloseTo(1, 1);
  }
  await hiding.close();
}, 60_000);
