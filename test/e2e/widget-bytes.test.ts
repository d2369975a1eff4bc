import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { root } from '#test/support/sources.ts';
import { widgetHost } from '#test/support/widget-host.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Code fetched from the load of the page until nothing more comes beside an open form. */
async function fetchedInAll(locale: string): Promise<string[]> {
  const tag = `<script async src="WIDGET/widget.js" data-key="sample" data-locale="${locale}"></script>`;
  const host = await widgetHost(`<!doctype html><html><title>CRM</title>${tag}`);
  const tab = await browser.newPage();
  try {
    await tab.goto(host.pageUrl);
    await tab.locator('rg-launcher button').click();
    await tab.locator('reglament-widget textarea').first().waitFor();
    await tab.waitForLoadState('networkidle');
    return host.asked.filter((line) => line.endsWith('.js')).map((line) => line.split('/').at(-1)!);
  } finally {
    await tab.close();
    await host.close();
  }
}

test.each(['ru', 'uz', 'uz-Cyrl', 'en'])(
  'an open form in %s has fetched launcher, panel and one catalog, at most 32 kB gzip in all',
  async (locale) => {
    const fetched = await fetchedInAll(locale);
    const weights = fetched.map((name) => {
      const path = name === 'widget.js' ? name : `c/${name}`;
      return gzipSync(readFileSync(join(root, 'dist/widget', path)), { level: 9 }).length;
    });

    expect(fetched.map((name) => name.replace(/-[\w-]{6}\.js$/, ''))).toEqual([
      'widget.js',
      'define',
      locale.toLowerCase(),
    ]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(32_000);
  },
);
