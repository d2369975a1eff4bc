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
