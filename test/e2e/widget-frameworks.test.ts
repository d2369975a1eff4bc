import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { hostBundle, react18 } from '#test/support/host-bundle.ts';
import { livesHere } from '#test/support/lives-here.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const script = '<script src="WIDGET/widget.js" data-key="sample" data-locale="ru"></script>';
const module = '<script type="module" src="/host.js"></script>';
const style = `<style>
  .veil { position: fixed; inset: 0; background: #0006 }
  .window { position: fixed; inset: 60px auto auto 60px; padding: 20px; background: white; z-index: 9999 }
  body { min-height: 3000px }
</style>`;
const page = (body: string, head = '') =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Оплаты</title>${style}${head}</head>` +
  `<body>${body}</body></html>`;

let browser: Browser;
let host: WidgetHost | undefined;
let tab: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  faults = [];
  tab = await browser.newPage({ viewport: { width: 1280, height: 600 }, hasTouch: true });
  tab.on('pageerror', (fault) => faults.push(fault.message));
});
afterEach(async () => {
  await tab.close();
  await host?.close();
  expect(faults).toEqual([]);
});

async function visit(markup: string, files: Readonly<Record<string, string>>) {
  host = await widgetHost(markup, undefined, files);
  await tab.goto(host.pageUrl);
}
const launcher = () => tab.getByRole('button', { name: 'Поддержка' });
const did = () => tab.getByLabel('Что делали');
const closed = () =>
  expect.poll(() => tab.locator('reglament-widget dialog:modal').count()).toBe(0);

/** What the person does scrolls the form. */
async function scrolls(act: () => Promise<unknown>): Promise<void> {
  const form = tab.locator('rg-form .scroll');
  await form.evaluate((element) => {
    element.scrollTop = 0;
  });
  await act();
  await expect.poll(() => form.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
}

/** A finger goes up over the form, as it does on a phone. */
async function swipeUp() {
  const { x, y, height } = (await tab.locator('rg-form .scroll').boundingBox())!;
  const session = await tab.context().newCDPSession(tab);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: up === undefined ? [] : [{ x: x + 20, y: y + height - 30 - up }],
    });
  await touch('touchStart', 0);
  for (let up = 12; up <= 144; up += 12) await touch('touchMove', up);
  await touch('touchEnd');
}

test.each([
  ['Radix', 'radix-page.tsx', {}, 'input'],
  ['Radix on React 18', 'radix-page.tsx', react18, 'input'],
  ['Headless UI', 'headless-page.tsx', {}, 'rg-launcher'],
])('over a modal window of %s, which stays as it is', async (_name, entry, aliases, back) => {
  await visit(page(`<main></main>${script}`, module), await hostBundle(entry, aliases));
  const stays = tab.getByRole('dialog', { name: 'Окно страницы' }).getByLabel('Поле окна');
  await stays.fill('написано в окне');
  await livesHere(tab, {
    stays: tab.getByText('Окно страницы'),
    ofThePage: /^html \[data-headlessui-focus-visible\]/,
    whileOpen: async () => {
      await scrolls(async () => {
        await tab.locator('rg-form .scroll').hover();
        await tab.mouse.wheel(0, 120);
      });
      await scrolls(swipeUp);
    },
  });

  await expect.poll(() => tab.evaluate(() => document.activeElement?.localName)).toBe(back);
  expect(await stays.inputValue()).toBe('написано в окне');
  await tab.keyboard.press('Escape');
  await tab.getByText('Окно страницы').waitFor({ state: 'detached' });
});

test.each([
  ['19', {}],
  ['18', react18],
])(
  'React %s in strict mode mounts the element twice, takes it away and puts it back',
  async (_name, aliases) => {
    await visit(page(`<main></main>`, module), await hostBundle('strict-page.tsx', aliases));
    await livesHere(tab, { trigger: tab.getByRole('button', { name: 'Support' }) });
    await tab.getByRole('button', { name: 'Убрать' }).click();
    expect(await tab.locator('reglament-widget').count()).toBe(0);
    await tab.getByRole('button', { name: 'Вернуть' }).click();
    await tab.getByRole('button', { name: 'Support' }).click();

    await expect.poll(() => did().inputValue()).toBe('opened it');
    expect(await tab.locator('reglament-widget').count()).toBe(1);
  },
);

test('an effect that adds the script, is undone and done again leaves one launcher', async () => {
  await visit(
    page(`<main data-src="WIDGET/widget.js"></main>`, module),
    await hostBundle('effect-page.tsx'),
  );
  await launcher().waitFor();
  await tab.waitForLoadState('networkidle');

  await livesHere(tab);
});

test.each([
  ['19 says nothing of it', {}, false],
  ['18 draws it all anew', react18, true],
])('before React takes over the whole page: %s', async (_name, aliases, anew) => {
  const files = await hostBundle('whole-page.tsx', aliases);
  const markup = `<!DOCTYPE html><html lang="ru"><head><title>Оплаты</title></head><body><h1>Оплаты</h1><button>Принято <!-- -->0</button></body></html>`;
  await visit(markup, files);
  const { widgetUrl } = host!;
  await tab.evaluate((src) => {
    const tag = document.createElement('script');
    Object.assign(tag.dataset, { key: 'sample', locale: 'ru' });
    tag.src = src;
    const loaded = new Promise((resolve) => tag.addEventListener('load', resolve));
    document.head.append(tag);
    return loaded.then(() => undefined);
  }, `${widgetUrl}/widget.js`);
  await launcher().waitFor();
  await tab.addScriptTag({ type: 'module', url: '/host.js' });
  await tab.getByRole('button', { name: 'Принято 0' }).click();
  await tab.getByRole('button', { name: 'Принято 1' }).waitFor();
  const complaints = await tab.evaluate(
    () => (window as unknown as { complaints: string[] }).complaints,
  );

  expect(complaints.length > 0).toBe(anew);
  await livesHere(tab);
});

interface TurboWindow {
  readonly Turbo: { visit(address: string, options?: object): void };
}
const turboPage = (title: string, head: string, body: string) =>
  page(
    `<h1>${title}</h1><a href="/page">К первой</a> <a href="/second">Ко второй</a>${body}`,
    `<meta name="turbo-refresh-method" content="morph">${module}${head}`,
  );

test.each([
  ['head', script, ''],
  ['body', '', script],
])('Turbo visits, comes back and morphs, the script in the %s', async (_place, head, body) => {
  await visit(turboPage('Первая', head, body), {
    ...(await hostBundle('turbo-page.ts')),
    '/second': turboPage('Вторая', head, body),
  });
  await tab.evaluate(() => Object.assign(window, { once: true }));
  const heading = (name: string) => tab.getByRole('heading', { name, exact: true }).waitFor();
  const turbo = (address: string, options = {}) =>
    tab.evaluate(
      ([to, how]) => {
        const rendered = new Promise((resolve) => {
          document.addEventListener('turbo:load', resolve, { once: true });
        });
        (window as unknown as TurboWindow).Turbo.visit(to, how);
        return rendered.then(() => undefined);
      },
      [address, options] as const,
    );
  await livesHere(tab);

  await launcher().click();
  await turbo('/second');
  await heading('Вторая');
  await tab.getByLabel('Что получили').click();
  await tab.keyboard.type('meanwhile');
  await turbo('/second', { action: 'replace' });
  expect(await did().inputValue()).toBe('opened it');
  expect(await tab.getByLabel('Что получили').inputValue()).toBe('meanwhile');
  await tab.keyboard.press('Escape');
  await closed();

  await tab.getByRole('link', { name: 'К первой' }).click();
  await heading('Первая');
  await tab.goBack();
  await heading('Вторая');
  await launcher().click();
  expect(await tab.getByLabel('Что получили').inputValue()).toBe('meanwhile');
  expect(await tab.locator('rg-launcher, reglament-widget').count()).toBe(2);
  expect(await tab.evaluate(() => 'once' in window)).toBe(true);
});

const astroPage = (title: string, head: string, body: string) =>
  page(
    `<h1>${title}</h1><a href="/page">К первой</a> <a href="/second">Ко второй</a>${body}`,
    `<meta name="astro-view-transitions-enabled" content="true">
     <meta name="astro-view-transitions-fallback" content="animate">${module}${head}`,
  );

test.each([
  ['head', script, ''],
  ['body', '', script],
])('Astro’s router swaps root, head and body, the script in the %s', async (_place, head, body) => {
  await visit(astroPage('Первая', head, body), {
    ...(await hostBundle('astro-page.ts')),
    '/second': astroPage('Вторая', head, body).replace('<html', '<html class="second"'),
  });
  await tab.evaluate(() => Object.assign(window, { once: true }));
  const heading = (name: string) => tab.getByRole('heading', { name, exact: true }).waitFor();
  await livesHere(tab);

  await launcher().click();
  await tab.evaluate(() => {
    const loaded = new Promise((resolve) => {
      document.addEventListener('astro:page-load', resolve, { once: true });
    });
    document.querySelector<HTMLElement>('a[href="/second"]')?.click();
    return loaded.then(() => undefined);
  });
  await heading('Вторая');
  await tab.getByLabel('Что получили').click();
  await tab.keyboard.type('meanwhile');
  expect(await did().inputValue()).toBe('opened it');
  await tab.keyboard.press('Escape');
  await closed();

  await tab.getByRole('link', { name: 'К первой' }).click();
  await heading('Первая');
  await tab.goBack();
  await heading('Вторая');
  await launcher().click();
  expect(await tab.getByLabel('Что получили').inputValue()).toBe('meanwhile');
  expect(await tab.locator('rg-launcher, reglament-widget').count()).toBe(2);
  expect(await tab.evaluate(() => 'once' in window)).toBe(true);
});
