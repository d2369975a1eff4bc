import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales, type Locale } from '#shared/vocabulary.ts';
import { axeComplaints } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { cutTexts, unreachable } from '#test/support/cut-text.ts';
import { screensDesk, walkScreens } from '#test/support/widget-screens.ts';

let desk: Awaited<ReturnType<typeof screensDesk>>;
let browser: Browser;
beforeAll(async () => {
  desk = await screensDesk();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await desk.row.close();
});

const contrast = { rules: ['color-contrast'] };

/** Puts launcher and panel into a theme, as the page could. */
const wear = (tab: Page, theme: string) =>
  tab.evaluate(async (theme) => {
    document.querySelector('rg-launcher')?.setAttribute('theme', theme);
    const panel = document.querySelector('reglament-widget');
    panel?.setAttribute('theme', theme);
    await panel?.updateComplete;
  }, theme);

/** What is wrong with a screen in every theme, on a phone's width and at 400 % */
async function faultsOf(tab: Page, locale: Locale): Promise<string[]> {
  const within = (await tab.locator('reglament-widget dialog[open]').count())
    ? 'reglament-widget'
    : 'rg-launcher';
  const found: string[] = [];
  const note = (where: string, faults: readonly string[]) =>
    found.push(...faults.map((fault) => `${where}: ${fault}`));
  note('light', await axeComplaints(tab, { within }));
  // colours are the same in every language
  if (locale === locales[0]) {
    await wear(tab, 'dark');
    note('dark', await axeComplaints(tab, { within, ...contrast }));
    await wear(tab, 'light');
    await tab.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    note('forced colours', await axeComplaints(tab, { within, ...contrast }));
    await tab.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  }
  for (const [width, height] of [
    [320, 640],
    [320, 256],
  ] as const) {
    await tab.setViewportSize({ width, height });
    note(`${width} × ${height}`, await cutTexts(tab));
    note(`${width} × ${height}`, await unreachable(tab));
  }
  await tab.setViewportSize({ width: 1280, height: 800 });
  return found;
}

test.each(locales)(
  'in %s every screen is clean for axe in light, dark and forced colours, and its words fit into 320 px, also as low as at fourfold zoom',
  async (locale) => {
    const found: string[] = [];
    let screens = 0;
    await walkScreens(desk, browser, locale, async (screen, tab) => {
      screens += 1;
      found.push(...(await faultsOf(tab, locale)).map((fault) => `${screen}, ${fault}`));
    });

    expect(found).toEqual([]);
    expect(screens).toBeGreaterThan(26);
  },
  // a language has two dozen screens, each looked at five times
  240_000,
);
