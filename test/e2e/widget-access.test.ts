import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { root } from '#test/support/sources.ts';
import { widgetHost } from '#test/support/widget-host.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const page = (theme: string, style = '') => `<!doctype html><html lang="ru"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Оплаты</title>
  <style>html { font-size: 62.5%; ${style} } * { margin: 0; letter-spacing: 0; }</style><main><h1>Оплаты</h1></main>
  <script src="WIDGET/widget.js" data-key="sample" data-locale="ru" data-theme="${theme}"></script>`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function complaints(tab: Page): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(of: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run(document.querySelector('reglament-widget'));
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
  });
}

test.each([
  ['light', 1280, 800],
  ['dark', 1280, 800],
  ['light', 320, 640],
  ['dark', 320, 640],
])(
  'every screen is clean for axe and does not scroll sideways: %s at %d px',
  async (theme, width, height) => {
    const host = await widgetHost(page(theme));
    const tab = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    await tab.goto(host.pageUrl);
    const clean = async (screen: string) => {
      expect({ screen, complaints: await complaints(tab) }).toEqual({ screen, complaints: [] });
      const over = await tab.evaluate(() => {
        const panel = document
          .querySelector('reglament-widget')
          ?.shadowRoot?.querySelector('dialog');
        return (panel?.scrollWidth ?? 0) - (panel?.clientWidth ?? 0);
      });
      expect(over).toBe(0);
    };

    await tab.getByRole('button', { name: 'Поддержка' }).click();
    await tab.getByLabel('Что делали').fill('Открыл отчёт');
    await tab.getByRole('button', { name: /^Отправить/ }).click();
    await tab.getByText('Напишите, что ожидали').waitFor();
    await clean('form with errors');
    await tab.getByRole('button', { name: 'Проверить' }).click();
    await clean('what will be sent');
    await tab.getByLabel('Что ожидали').fill('450 000');
    await tab.getByLabel('Что получили').fill('0');
    await tab.getByRole('button', { name: /^Отправить/ }).click();
    await tab.locator('rg-receipt').waitFor();
    await clean('receipt');
    await tab.getByRole('button', { name: 'Дописать' }).click();
    await tab.locator('rg-thread article').waitFor();
    await clean('conversation');
    await tab.getByRole('button', { name: 'К списку' }).click();
    await tab.getByText('Обращений пока нет').waitFor();
    await clean('list');
    await tab.close();
    await host.close();
  },
);

test.each([
  ['a readable accent is worn', '#5b2bb5', 'rgb(91, 43, 181)', 0],
  ['an accent below 4.5:1 is refused with a warning', '#ffd84d', 'rgb(11, 91, 100)', 1],
])('%s', async (_case, accent, worn, warnings) => {
  const host = await widgetHost(page('light', `--rg-accent: ${accent};`));
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const warned: string[] = [];
  tab.on('console', (line) => {
    if (line.type() === 'warning') warned.push(line.text());
  });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  const send = tab.getByRole('button', { name: /^Отправить/ });
  await send.waitFor();

  await expect
    .poll(() => send.evaluate((button) => getComputedStyle(button).backgroundColor))
    .toBe(worn);
  await expect
    .poll(() => warned.filter((text) => text.includes('--rg-accent')).length)
    .toBe(warnings);
  await tab.close();
  await host.close();
});

test('corners, letters and the colour on the accent are the page’s where it sets them, the last one where it can be read', async () => {
  const wishes = '--rg-accent: #5b2bb5; --rg-radius: 1px; --rg-font: Georgia, serif;';
  const looks = async (onAccent: string) => {
    const host = await widgetHost(page('light', `${wishes} --rg-on-accent: ${onAccent};`));
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await tab.goto(host.pageUrl);
    await tab.getByRole('button', { name: 'Поддержка' }).click();
    const send = tab.getByRole('button', { name: /^Отправить/ });
    const look = () =>
      send.evaluate((button) => {
        const { backgroundColor, color, borderRadius, fontFamily } = getComputedStyle(button);
        return [backgroundColor, color, borderRadius, fontFamily].join(' | ');
      });
    await expect.poll(look).toMatch(/^rgb\(91, 43, 181\)/);
    const seen = await look();
    await tab.close();
    await host.close();
    return seen;
  };

  expect(await looks('#ffe680')).toBe(
    'rgb(91, 43, 181) | rgb(255, 230, 128) | 1px | Georgia, serif',
  );
  expect(await looks('#7a55c7')).toBe(
    'rgb(91, 43, 181) | rgb(255, 255, 255) | 1px | Georgia, serif',
  );
});
