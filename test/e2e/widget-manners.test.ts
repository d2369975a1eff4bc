import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { draftIsKept } from '#test/support/draft-is-kept.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { reloadUntouched } from '#test/support/reload-untouched.ts';

const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <button id="before">Кнопка страницы</button>
  <dialog id="modal"><p>Окно страницы</p><button>Внутри</button></dialog>
  <script>
    window.keys = [];
    addEventListener('keydown', (event) => keys.push(event.key));
    window.own = () => new Map([window, navigator, console, document, location, history, performance, localStorage, customElements,
      ...Object.getOwnPropertyNames(window).flatMap((name) => /^[A-Z]/.test(name) && window[name]?.prototype || []),
    ].map((object) => [object, new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]))]));
    window.before = own();
    window.reglament = function () { (reglament.q = reglament.q || []).push(arguments); };
    window.heard = [];
    reglament('on', 'sent', (detail) => heard.push(detail.number));
    reglament('context', { branch: 'Центр' });
  </script>
  <script src="WIDGET/widget.js" data-key="sample" data-app-version="4.2.1"></script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(page);
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(host.pageUrl);
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

const launcher = () => tab.getByRole('button', { name: 'Поддержка' });
const focused = () =>
  tab.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName}#${at?.id}`;
  });

async function write() {
  await launcher().click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
}
const press = () => tab.getByRole('button', { name: /^Отправить/ }).click();
const number = () => tab.locator('rg-receipt').getByText('SMP-1', { exact: true });

test('before the first press: no request, no stored key, no cookie, no patched or new global', async () => {
  await launcher().waitFor();
  await tab.mouse.move(1200, 760);
  await tab.waitForTimeout(300);

  expect(host.asked.filter((line) => !line.includes('favicon'))).toEqual([
    'GET /page',
    'GET /widget.js',
  ]);
  const state = await tab.evaluate(async () => {
    type Own = Map<object, Map<PropertyKey, PropertyDescriptor>>;
    const { before, own } = window as unknown as { before: Own; own: () => Own };
    const changed: string[] = [];
    for (const [object, now] of own()) {
      const was = before.get(object) ?? new Map();
      for (const key of new Set([...was.keys(), ...now.keys()])) {
        const [one, other] = [was.get(key), now.get(key)];
        const same = (['value', 'get', 'set', 'writable', 'enumerable'] as const).every((part) =>
          Object.is(one?.[part], other?.[part]),
        );
        if (!same) changed.push(`${object.constructor.name} ${String(key)}`);
      }
    }
    return {
      looked: before.size,
      changed,
      stored: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
  expect(state.looked).toBeGreaterThan(500);
  expect(state).toMatchObject({
    changed: ['Window before', 'Window reglament', 'Window heard'],
    stored: 0,
    databases: 0,
    caches: 0,
    workers: 0,
  });
  expect(await tab.context().cookies()).toEqual([]);
});

test('as a press begins, and not before, code, words and the vendor’s configuration are asked for, once', async () => {
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  const box = (await launcher().boundingBox())!;
  const asked = () => host.asked.slice(host.asked.indexOf('GET /widget.js') + 1);
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tab.locator('rg-launcher').evaluate((element) => element.focus());
  await tab.waitForLoadState('networkidle');
  expect(asked().filter((line) => !line.includes('favicon'))).toEqual([]);

  await tab.mouse.down();
  await expect.poll(() => asked().length).toBeGreaterThanOrEqual(3);
  await tab.waitForLoadState('networkidle');
  const early = asked();
  expect(early.join(' ')).toMatch(
    /define-.*\/ru-.*v1\/widgets\/sample|define-.*v1\/widgets\/sample.*\/ru-/,
  );
  expect(await tab.getByLabel('Что делали').isVisible()).toBe(false);

  await tab.mouse.up();
  await tab.getByLabel('Что делали').waitFor();
  expect(asked()).toEqual(early);
  expect(await focused()).toBe('h2#title');
  expect(said).toEqual([]);
});

test('by keyboard alone: opened, kept inside, closed by Escape, focus back on the launcher', async () => {
  await tab.locator('#before').focus();
  await tab.keyboard.press('Tab');
  expect(await focused()).toContain('button');
  await tab.keyboard.press('Enter');
  await tab.getByLabel('Что делали').waitFor();
  const visited = new Set<string>();
  for (let step = 0; step < 40; step += 1) {
    await tab.keyboard.press('Tab');
    visited.add(await focused());
  }
  expect([...visited]).toContain('textarea#got');
  expect([...visited]).not.toContain('button#before');

  await tab.keyboard.type('c');
  expect(await tab.evaluate(() => (window as unknown as { keys: string[] }).keys)).not.toContain(
    'c',
  );
  await tab.keyboard.press('Escape');
  await expect.poll(focused).toBe('button#');
  expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('rg-launcher');
});

test('by keyboard alone: receipt, thread and list each begin at the title; an ended thread says why and what opens it again', async () => {
  await write();
  await tab.keyboard.press('Control+Enter');
  await number().waitFor();
  await expect.poll(focused).toBe('h2#title');
  Object.assign(host.tickets[0]!, {
    status: 'closed',
    told: {
      ...host.tickets[0]!.told,
      ending: {
        outcome: 'refused',
        at: host.tickets[0]!.now,
        reason: 'Обучение в поддержку не входит.',
        clause: '9',
      },
    },
    reopening: { outcome: 'reopen' },
  });

  await tab.getByRole('button', { name: 'Дописать' }).focus();
  await tab.keyboard.press('Enter');
  const thread = tab.locator('rg-thread');
  await thread.getByText('Обучение в поддержку не входит —').waitFor();
  await thread.getByText('Обращение закрыто. Если вопрос остался').waitFor();
  await expect.poll(focused).toBe('h2#title');

  await tab.getByRole('button', { name: 'К списку' }).focus();
  await tab.keyboard.press('Enter');
  await tab.locator('rg-list').waitFor();
  await expect.poll(focused).toBe('h2#title');
});

test('a draft survives a reload and is gone after delivery; the host hears of it', async () => {
  await write();
  await draftIsKept(tab);
  await reloadUntouched(tab);
  await expect.poll(() => tab.getByLabel('Что делали').inputValue()).toBe('Открыл отчёт');

  await press();
  await number().waitFor();
  const marks = ['reglament:sample:device', 'reglament:sample:sent'];
  expect((await tab.evaluate(() => Object.keys(localStorage))).toSorted()).toEqual(marks);
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    'SMP-1',
  ]);
  expect(host.bodies).toMatchObject([
    { context: { appVersion: '4.2.1', extra: { branch: 'Центр' } } },
  ]);
});

test('a missing field names its clause and takes the focus', async () => {
  await launcher().click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await press();

  await tab.getByText('Напишите, что ожидали').waitFor();
  expect(await focused()).toBe('textarea#expected');
  expect(host.keys).toEqual([]);
});

test('the service goes away between press and answer: the person presses nothing, one ticket exists', async () => {
  await write();
  host.behaviour = 'away';
  await press();
  await tab.getByText('Служба поддержки недоступна').waitFor();
  await tab.getByText(/Обращение сохранено в этом браузере/).waitFor();
  host.behaviour = 'answers';

  await number().waitFor();
  expect(host.tickets).toHaveLength(1);
});

test('an answer lost on the way is asked for again with the same key: one ticket', async () => {
  await write();
  host.behaviour = 'loses_answer';
  await press();

  await number().waitFor();
  expect(host.keys.length).toBeGreaterThan(1);
  expect(new Set(host.keys).size).toBe(1);
  expect(host.tickets).toHaveLength(1);
});

test('what could not be sent goes on after a reload without a press, under the same key', async () => {
  await write();
  host.behaviour = 'away';
  await press();
  await tab.getByText('Служба поддержки недоступна').waitFor();
  const [key] = host.keys;
  await reloadUntouched(tab);
  host.behaviour = 'answers';

  await expect.poll(() => host.tickets.length, { timeout: 15_000 }).toBe(1);
  expect(host.keys.at(-1)).toBe(key);
  await number().waitFor();
});

test('a refusal is said in words, the text stays, the next try has a key of its own', async () => {
  await write();
  host.refusal = { code: 'category.unknown' };
  await press();
  await tab.getByText('Такого вида обращений больше нет').waitFor();
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('Открыл отчёт');

  host.refusal = undefined;
  await press();
  await number().waitFor();
  expect(new Set(host.keys).size).toBe(2);
});

test('over a modal dialog of the page the launcher can be pressed, and the panel be typed in', async () => {
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')?.showModal());
  await tab.waitForTimeout(100);
  await launcher().click();
  await tab.getByLabel('Что делали').fill('Поверх окна');
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('Поверх окна');

  await tab.keyboard.press('Escape');
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')?.remove());
  await launcher().click();
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('Поверх окна');
});

test('a page that swaps its body keeps one launcher; a second load changes nothing', async () => {
  await tab.evaluate(() => {
    document.documentElement.replaceChildren(
      document.head,
      Object.assign(document.createElement('body'), { textContent: 'другая страница' }),
    );
  });
  await tab.addScriptTag({ url: `${host.widgetUrl}/widget.js` });

  await launcher().waitFor();
  expect(await tab.locator('rg-launcher').count()).toBe(1);
  await launcher().click();
  await tab.getByLabel('Что делали').waitFor();
});

test('pressed twice at once the launcher opens a panel that stays; a press beside it closes it', async () => {
  const got = tab.getByLabel('Что получили');
  await launcher().click();
  await got.waitFor();
  // where the launcher is lies the backdrop by now
  await tab.mouse.down({ clickCount: 2 });
  await tab.mouse.up({ clickCount: 2 });
  expect(await got.isVisible()).toBe(true);
  await tab.mouse.click(200, 300);

  await got.waitFor({ state: 'hidden' });
});

test('words that are marked by a pull out of the panel leave it open', async () => {
  await write();
  const got = tab.getByLabel('Что получили');
  await tab.getByLabel('Что делали').click();
  const { x, y } = (await tab.getByLabel('Что делали').boundingBox())!;
  await tab.mouse.move(x + 60, y + 14);
  await tab.mouse.down();
  await tab.mouse.move(x - 120, y + 14, { steps: 4 });
  await tab.mouse.up();
  expect(await got.isVisible()).toBe(true);
  await tab.mouse.click(x - 120, y + 14);

  await got.waitFor({ state: 'hidden' });
});

test('a page that is printed under the open panel is printed without it', async () => {
  await write();
  const panel = tab.locator('reglament-widget dialog');
  await tab.emulateMedia({ media: 'print' });
  expect(await panel.isVisible()).toBe(false);
  await tab.emulateMedia({ media: 'screen' });

  expect(await panel.isVisible()).toBe(true);
  expect(await tab.getByLabel('Что получили').inputValue()).toBe('0');
});

test('code that could not be fetched leaves the launcher ready for another press', async () => {
  await tab.route('**/widget/c/**', (route) => route.abort());
  await launcher().click();
  await expect.poll(() => launcher().getAttribute('aria-busy')).toBe('false');
  await tab.unroute('**/widget/c/**');

  await launcher().click();
  await tab.getByLabel('Что делали').waitFor();
});

test('remove takes everything away', async () => {
  await launcher().click();
  await tab.getByLabel('Что делали').waitFor();
  await tab.evaluate(() =>
    (window as unknown as { reglament: { remove(): void } }).reglament.remove(),
  );

  await expect.poll(() => tab.locator('rg-launcher, reglament-widget').count()).toBe(0);
  expect(await tab.evaluate(() => 'reglament' in window)).toBe(false);
});

test('pressed again at once after Escape it opens, and tells of both', async () => {
  await launcher().click();
  await tab.getByLabel('Что делали').waitFor();
  const told = await tab.evaluate(async () => {
    const panel = document.querySelector('reglament-widget')!;
    const told: string[] = [];
    for (const name of ['open', 'close'] as const) panel.on(name, () => told.push(name));
    // what Escape does: the page hears of it in a task of its own
    const dialog = panel.shadowRoot!.querySelector('dialog')!;
    dialog.close();
    await panel.open();
    await new Promise((done) => setTimeout(done));
    return [...told, dialog.open];
  });
  expect(told).toEqual(['close', 'open', true]);
});
