import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { draftIsKept } from '#test/support/draft-is-kept.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <script>
    window.hearing = [];
    window.before = addEventListener;
    window.addEventListener = (name, listener, options) => {
      if (name === 'pageshow') hearing.push(options?.signal);
      return before(name, listener, options);
    };
  </script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(markup);
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(host.pageUrl);
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

const launcher = () => tab.getByRole('button', { name: 'Поддержка' });
const field = () => tab.getByLabel('Что получили');
const button = (name: RegExp) => tab.getByRole('button', { name });
const receipt = () => tab.locator('rg-receipt').getByText('SMP-1', { exact: true });

const addScript = () =>
  tab.evaluate((src) => {
    const script = document.createElement('script');
    Object.assign(script.dataset, { key: 'sample', locale: 'ru' });
    script.src = src;
    document.head.append(script);
  }, `${host.widgetUrl}/widget.js`);
const removeWidget = () =>
  tab.evaluate(() => (window as unknown as { reglament: { remove(): void } }).reglament.remove());
async function write(text: string) {
  for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
    await tab.getByLabel(label).fill(text);
}
const tickets = '**/v1/tickets';
/** Sends a request to a service that is away. */
async function sendInVain() {
  await write('Остаток не тот');
  await tab.route(tickets, (route) => route.fulfill({ status: 503, json: {} }));
  await button(/^Отправить/).click();
  await tab.getByText('Служба поддержки недоступна').waitFor();
}

test('a panel that is added again shows what the one before has sent, until it has arrived', async () => {
  await addScript();
  await launcher().click();
  await sendInVain();
  await removeWidget();
  await addScript();
  await launcher().click();
  await button(/^Отправляем/).waitFor();
  expect(await field().inputValue()).toBe('Остаток не тот');

  await tab.unroute(tickets);
  await receipt().waitFor();
  expect(host.tickets).toHaveLength(1);
});

test('the receipt of what arrived while there was no panel stands in the next one, and what is written there is kept', async () => {
  await addScript();
  await launcher().click();
  await sendInVain();
  await removeWidget();
  await tab.unroute(tickets);
  await expect.poll(() => tab.evaluate(() => localStorage['reglament:sample:sent'])).toBe('1');
  expect(host.asked).not.toContain('GET /v1/changes');
  await addScript();
  await launcher().click();
  await receipt().waitFor();
  await tab.getByRole('button', { name: 'Готово' }).click();
  await launcher().click();
  await field().fill('Другое');
  await draftIsKept(tab);

  expect(await tab.getByLabel('Что делали').inputValue()).toBe('');
  expect(host.tickets).toHaveLength(1);
});

test('of panels that are gone nothing hears of the page any more', async () => {
  for (const text of ['первое', 'второе', 'третье']) {
    await addScript();
    await launcher().click();
    await field().fill(text);
    await draftIsKept(tab);
    await removeWidget();
  }

  const heard = await tab.evaluate(() =>
    (window as unknown as { hearing: AbortSignal[] }).hearing.map(({ aborted }) => aborted),
  );
  expect(heard).toEqual([true, true, false]);
});

test('an element that comes back after another has sent its request on is empty, and can be written in', async () => {
  await tab.addScriptTag({ type: 'module', url: `${host.widgetUrl}/widget/index.js` });
  await tab.evaluate(() => {
    const panels = [1, 2].map(() => {
      const panel = document.createElement('reglament-widget');
      panel.setAttribute('widget-key', 'sample');
      return panel;
    });
    Object.assign(window, {
      swap(from: number, to: number) {
        panels[from]?.replaceWith();
        document.body.append(panels[to] as Node);
        return panels[to]?.open();
      },
    });
  });
  const swap = (from: number, to: number) =>
    tab.evaluate(
      (both) => (window as unknown as { swap(...both: number[]): Promise<void> }).swap(...both),
      [from, to],
    );
  await swap(1, 0);
  await sendInVain();
  await tab.unroute(tickets);
  await swap(0, 1);
  await receipt().waitFor();
  await swap(1, 0);
  await button(/^Отправить/).waitFor();
  expect(await field().inputValue()).toBe('');

  await write('Второе');
  await button(/^Отправить/).click();
  await tab.locator('rg-receipt').getByText('SMP-2', { exact: true }).waitFor();
  expect(host.tickets).toHaveLength(2);
});

/** Who the page says is there before its script comes; nobody can tell where that is empty. */
const say = (who: string) =>
  tab.evaluate((name) => {
    const page = Object.assign(window as unknown as { who: string; reglament: object }, {
      who: name,
    });
    const identity = async () => {
      if (!page.who) throw new Error('nobody can tell');
      return `head.${page.who}.signature`;
    };
    page.reglament ??= { q: [['identify', identity]] };
  }, who);

test('where the page cannot tell who is there as the next panel comes, it shows what is on its way once it can', async () => {
  await say('anna');
  await addScript();
  await launcher().click();
  await write('Остаток не тот');
  let held: Route | undefined;
  await tab.route(tickets, (route) => {
    if (route.request().method() === 'POST') held = route;
    else void route.continue();
  });
  await button(/^Отправить/).click();
  await expect.poll(() => held).toBeDefined();
  await removeWidget();
  await say('');
  await addScript();
  await launcher().click();
  await tab.getByText('Форма не загрузилась').waitFor();
  await say('anna');
  await button(/^Повторить/).click();
  await expect.poll(() => field().inputValue()).toBe('Остаток не тот');
  await held?.continue();

  await receipt().waitFor();
  expect(host.tickets).toHaveLength(1);
});
