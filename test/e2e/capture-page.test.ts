import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cards, cardsPage } from '#test/support/capture-page/cards.ts';
import { openCapturePage } from '#test/support/capture-page/open.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { shareOff } from '#test/support/compare-pictures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('a drawn page of 24 cards differs from what the browser shows in at most 0.5 % of its pixels', async () => {
  const page = await openCapturePage(browser, cardsPage);
  const shown = await page.tab.screenshot();
  const { bytes } = await page.take();
  const boxes = await page.tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const box = { x: left, y: top, width: Math.floor(width), height: Math.floor(height) };
      return { name: card.dataset['card'] ?? '', box };
    }),
  );

  const off = boxes.map(({ name, box }) => ({ name, share: shareOff(shown, bytes, box) }));
  console.log(off.map(({ name, share }) => `${name} ${(share * 100).toFixed(2)} %`).join(' · '));
  expect(off).toHaveLength(Object.keys(cards).length);
  expect(shareOff(shown, bytes)).toBeLessThanOrEqual(0.005);
  expect(off.filter(({ share }) => share > 0.005)).toEqual([]);
  await page.close();
}, 60_000);
