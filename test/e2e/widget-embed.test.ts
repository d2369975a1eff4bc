import type { Browser, Page, Request, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WidgetHandle } from '#widget/handle.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { sampleConfig, widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const stub =
  'window.reglament = window.reglament || ((...call) => (reglament.q = reglament.q || []).push(call));';
const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <p id="text">Текст страницы</p>
  <script>window.heard = []; ${stub}</script>`;
const tag = (attributes: string) => `<script src="WIDGET/widget.js" ${attributes}></script>`;
const sample = tag('data-key="sample" data-locale="ru"');

type Hearing = typeof window & { reglament: WidgetHandle; heard: unknown[] };

let browser: Browser;
let host: WidgetHost | undefined;
let tab: Page;
let said: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  said = [];
  tab = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  tab.on('console', (message) => said.push(message.text().split('\n')[0] ?? ''));
  tab.on('pageerror', (fault) => said.push(`fault: ${fault.message}`));
});
afterEach(async () => {
  await tab.close();
  await host?.close();
});

async function visit(markup: string): Promise<WidgetHost> {
  host = await widgetHost(page + markup);
  await tab.goto(host.pageUrl);
  return host;
}
const launcher = () => tab.getByRole('button', { name: 'Поддержка' });
const field = (label: string) => tab.getByLabel(label);
const heard = () => tab.evaluate(() => (window as unknown as Hearing).heard);
const inPage = (act: (page: Hearing) => unknown) =>
  tab.evaluate(`(${act.toString()})(window)`) as Promise<unknown>;

test('on a phone the mark alone is seen, in the middle, in whatever letters the page has dressed it', async () => {
  await tab.setViewportSize({ width: 360, height: 740 });
  const letters = 'font: 600 16px/1 Georgia; letter-spacing: 2px';
  await visit(`<style>rg-launcher::part(launcher) { ${letters} }</style>${sample}`);
  const sides = await launcher().evaluate((button) => {
    const word = document.createRange();
    word.selectNodeContents(button);
    const own = getComputedStyle(button);
    const before = parseFloat(own.borderLeftWidth) + parseFloat(own.paddingLeft);
    const mark = parseFloat(getComputedStyle(button, '::before').width);
    return [word.getBoundingClientRect().height, before, button.clientWidth + 2 - mark - before];
  });

  expect(sides).toEqual([0, 12, 12]);
});

test('a browser that knows states by their attributes alone is told what the launcher opens and that it is busy', async () => {
  await tab.addInitScript(() => {
    for (const name of ['ariaLabel', 'ariaHasPopup', 'ariaBusy'])
      Reflect.deleteProperty(Element.prototype, name);
  });
  await visit(sample);
  const state = (name: string) => launcher().getAttribute(name);
  expect(await state('aria-haspopup')).toBe('dialog');
  await launcher().click();
  await field('Что делали').waitFor();
  expect(await tab.locator('rg-launcher button').getAttribute('aria-busy')).toBe('false');
});

test('calls made before the script are answered in their order, and one that fails stops no other', async () => {
  await visit(`<script>
      reglament('explode');
      reglament('on', 'open', () => { throw new Error('of the page'); });
      reglament('on', 'open', () => heard.push('open'));
      reglament('prefill', { got: 'Пусто', did: 'Открыл' });
      reglament('prefill', { got: 'Позже' });
      reglament('open');
    </script>${sample}`);
  await field('Что делали').waitFor();

  expect(await heard()).toEqual(['open']);
  expect(await field('Что получили').inputValue()).toBe('Позже');
  expect(said).toEqual(['reglament: Error: there is no "explode"', 'fault: of the page']);
});

test('a call through the old stub still arrives, and a close called off an open', async () => {
  await visit(`<script>window.old = reglament;</script>${sample}`);
  await launcher().waitFor();
  await inPage(async (page) => {
    const opening = page.reglament.open();
    page.reglament('close');
    await opening;
    page.heard.push(
      document.querySelector('reglament-widget')?.shadowRoot?.querySelector('dialog')?.open,
    );
    (page as unknown as { old: (...call: unknown[]) => void }).old('open');
  });

  await field('Что делали').waitFor();
  expect(await heard()).toEqual([false]);
});

test('a close calls off an open whose words are still on their way', async () => {
  await visit(sample);
  await launcher().waitFor();
  await tab.route('**/widget/c/ru-*', async (route) => {
    await inPage(({ reglament }) => reglament.close());
    await route.continue();
  });
  await inPage(async ({ reglament, heard }) => {
    reglament.on('open', () => heard.push('open'));
    await reglament.open();
  });

  expect(await heard()).toEqual([]);
  await launcher().click();
  await field('Что делали').waitFor();
  expect(await heard()).toEqual(['open']);
});

test('each verb is taken back: person, facts, values, listener; before the code is there and after', async () => {
  const { asked } = await visit(sample);
  await launcher().waitFor();
  await inPage(async ({ reglament, heard }) => {
    const early = [
      reglament.prefill({ did: 'Рано' }),
      reglament.context({ early: '1' }),
      reglament.on('open', () => heard.push('early')),
      reglament.identify('head.early.signature'),
    ];
    for (const takeBack of early) takeBack();
    await reglament.open();
  });
  expect(await field('Что делали').inputValue()).toBe('');

  const tokens: (string | undefined)[] = [];
  tab.on('request', (request) => {
    if (request.url().includes('/v1/widgets/') && request.method() === 'GET')
      tokens.push(request.headers()['authorization']);
  });
  await inPage(async ({ reglament, heard }) => {
    const listening = reglament.on('close', () => heard.push('close'));
    reglament.close();
    listening();
    await reglament.open();
    reglament.close();
    const late = [
      reglament.prefill({ did: 'Поздно', got: 'Пусто' }),
      reglament.context({ late: '1', kept: '2' }),
      reglament.identify('head.late.signature'),
    ];
    reglament.context({ kept: '3' });
    await reglament.open();
    Object.assign(window, { late });
  });
  await field('Что делали').fill('Сам');
  const back = (from: number, to: number) =>
    tab.evaluate(
      ([first, behind]) => {
        const { late } = window as unknown as { late: (() => void)[] };
        for (const takeBack of late.slice(first, behind)) takeBack();
      },
      [from, to],
    );
  await back(0, 2);

  await expect.poll(() => field('Что получили').inputValue()).toBe('');
  expect(await field('Что делали').inputValue()).toBe('Сам');
  await back(2, 3);
  await expect.poll(() => tokens.at(-1)).toBe(undefined);
  expect(tokens).toContain('Bearer head.late.signature');
  expect(await heard()).toEqual(['close']);
  await tab.getByRole('button', { name: 'Проверить' }).click();
  const along = tab.locator('rg-along');
  await along.getByText('kept', { exact: true }).waitFor();
  expect(await along.getByText('late', { exact: true }).count()).toBe(0);
  expect(asked).toContain('GET /v1/widgets/sample');
});

test('whoever was named last leaves nobody behind, also before the code is there', async () => {
  await visit(sample);
  await launcher().waitFor();
  const tokens: (string | undefined)[] = [];
  tab.on('request', (request) => {
    if (request.url().includes('/v1/widgets/') && request.method() === 'GET')
      tokens.push(request.headers()['authorization']);
  });
  await inPage(async ({ reglament }) => {
    reglament.identify('head.first.signature');
    const renewed = reglament.identify('head.renewed.signature');
    renewed();
    await reglament.open();
  });
  await field('Что делали').waitFor();

  expect(tokens).toEqual([undefined]);
});

test('removed and loaded again it works; removed while its code comes it stays away', async () => {
  const { widgetUrl } = await visit(sample);
  await launcher().waitFor();
  await inPage(({ reglament }) => {
    void reglament.open();
    reglament.remove();
  });
  await tab.waitForLoadState('networkidle');
  expect(await tab.locator('rg-launcher, reglament-widget').count()).toBe(0);

  await tab.evaluate((src) => {
    const script = document.createElement('script');
    Object.assign(script.dataset, { key: 'sample', locale: 'ru' });
    script.src = src;
    document.head.append(script);
  }, `${widgetUrl}/widget.js`);
  await launcher().click();
  await field('Что делали').waitFor();
  expect(await tab.locator('reglament-widget').count()).toBe(1);
});

test('the element has the same verbs, also before it stands on the page', async () => {
  const { widgetUrl } = await visit('');
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(async ({ heard }) => {
    const panel = document.createElement('reglament-widget') as ReglamentWidget;
    panel.close();
    panel.prefill({ did: 'Из страницы' });
    panel.context({ branch: 'Центр' });
    const stop = panel.on('open', () => heard.push('open'));
    document.body.append(panel);
    panel.setAttribute('widget-key', 'sample');
    panel.api = '/';
    await panel.open();
    stop();
    panel.addEventListener('reglament-close', () => heard.push('close'));
    panel.close();
    await panel.open();
    document.addEventListener('escape-pressed', () => panel.remove());
  });

  expect(await field('Что делали').inputValue()).toBe('Из страницы');
  await tab.keyboard.press('Escape');
  await expect.poll(heard).toEqual(['open', 'close', 'close']);
});

test('a wrong attribute is one line on the console and nothing else', async () => {
  await visit(tag('data-locale="ru"') + tag('data-key="sample" data-theme="blue"'));
  await tab.waitForLoadState('networkidle');

  expect(said).toEqual([
    'reglament: data-key is missing',
    'reglament: data-theme="blue" is not light|dark|auto',
  ]);
  expect(await tab.locator('rg-launcher, reglament-widget').count()).toBe(0);
});

test('any element of the page opens the panel, also one that came later or lies in a shadow tree', async () => {
  await visit(
    `<a id="help" href="/elsewhere" data-reglament-open="idea"><b>Помощь</b></a><div id="later"></div>
     ${tag('data-key="sample" data-launcher="off" data-locale="ru" data-trigger=".help"')}`,
  );
  await tab.getByText('Помощь').click();
  await field('Что делали').waitFor();
  expect(await tab.locator('rg-launcher').count()).toBe(0);
  expect(tab.url()).toBe(host?.pageUrl);
  expect(await tab.getByLabel('Что случилось').inputValue()).toBe('idea');

  await tab.keyboard.press('Escape');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('help');
  await tab.evaluate(() => {
    const button = Object.assign(document.createElement('button'), {
      className: 'help',
      textContent: 'Позже',
      onclick: (event: Event) => event.stopPropagation(),
    });
    document.querySelector('#later')?.attachShadow({ mode: 'open' }).append(button);
  });
  await tab.getByText('Позже').click();
  await field('Что делали').waitFor();
});

test('launcher and panel stand in the corner and as far from it as the page asks', async () => {
  await visit(tag('data-key="sample" data-locale="ru" data-position="left" data-offset="8 96"'));
  await launcher().click();
  await field('Что делали').waitFor();
  const boxOf = async (selector: string) => {
    const box = await tab.locator(selector).boundingBox();
    return [box?.x, 800 - (box?.y ?? 0) - (box?.height ?? 0)];
  };

  expect(await boxOf('rg-launcher button')).toEqual([8, 96]);
  expect(await boxOf('reglament-widget dialog')).toEqual([8, 146]);
});

test('the element lives through a double mount, a swapped body and a way out and back, open as it was', async () => {
  await tab.clock.install();
  const { widgetUrl, asked } = await visit('');
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(async ({ heard }) => {
    const panel = document.createElement('reglament-widget') as ReglamentWidget;
    panel.on('open', () => heard.push('open'));
    panel.on('close', () => heard.push('close'));
    panel.setAttribute('widget-key', 'sample');
    // what React's strict mode does
    document.body.append(panel);
    const takeBack = panel.identify('head.strict.signature');
    takeBack();
    document.body.removeChild(panel);
    document.body.append(panel);
    panel.identify('head.strict.signature');
    await panel.open();
  });
  await field('Что делали').fill('Открыл отчёт');

  await tab.evaluate(() => {
    const panel = document.querySelector('reglament-widget');
    const next = document.createElement('body');
    next.append('другая страница', ...(panel ? [panel] : []));
    document.body.replaceWith(next);
  });
  await expect.poll(() => tab.locator('dialog:modal').count()).toBe(1);
  expect(await field('Что делали').inputValue()).toBe('Открыл отчёт');
  expect(await heard()).toEqual(['open']);

  // away for good it asks for nothing any more
  await tab.evaluate(() => {
    Object.assign(window, { panel: document.querySelector('reglament-widget') });
    document.querySelector('reglament-widget')?.replaceWith();
  });
  await tab.waitForLoadState('networkidle');
  const looks = () => asked.filter((line) => line.includes('/v1/')).length;
  const before = looks();
  await tab.clock.runFor(60_000);
  expect(looks()).toBe(before);
  await inPage((page) => {
    document.body.append((page as unknown as { panel: Node }).panel);
  });
  await expect.poll(() => tab.locator('dialog:modal').count()).toBe(1);
  await tab.clock.runFor(60_000);
  await expect.poll(looks).toBeGreaterThan(before);
  await tab.keyboard.press('Escape');
  await expect.poll(heard).toEqual(['open', 'close']);
});

test('attributes may come and change after the element: another language, another desk', async () => {
  const { widgetUrl, asked } = await visit('<reglament-widget api="/"></reglament-widget>');
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  const refusal = await inPage(async () => {
    const panel = document.querySelector('reglament-widget');
    const without = await panel?.open().catch((fault: Error) => fault.message);
    panel?.setAttribute('widget-key', 'sample');
    await panel?.open();
    return without;
  });
  expect(refusal).toBe('no key or page');
  await field('Что делали').waitFor();

  await tab.evaluate(() =>
    document.querySelector('reglament-widget')?.setAttribute('locale', 'uz'),
  );
  await tab.getByRole('heading', { name: 'Yangi murojaat' }).waitFor();
  await tab.evaluate(() =>
    document.querySelector('reglament-widget')?.setAttribute('widget-key', 'other'),
  );
  await expect.poll(() => asked).toContain('GET /v1/widgets/other');
  await expect.poll(() => field('Что делали').count()).toBe(0);
});

test.each([
  ['ru-RU', 'ru', 'Новое обращение'],
  ['uz-Cyrl-UZ', 'uz-Cyrl', 'Янги мурожаат'],
  ['UZ-latn', 'uz', 'Yangi murojaat'],
  ['en_GB', 'en', 'New request'],
  ['uzbek', 'ru', 'Новое обращение'],
  ['kk', 'ru', 'Новое обращение'],
  ['', 'ru', 'Новое обращение'],
])('the element takes locale="%s" for %s', async (tagged, locale, heading) => {
  const { widgetUrl } = await visit(
    `<reglament-widget api="/" widget-key="sample" locale="${tagged}"></reglament-widget>`,
  );
  const asked = tab.waitForRequest((request) => request.url().includes('/v1/widgets/sample'));
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(() => document.querySelector('reglament-widget')?.open());

  await tab.getByRole('heading', { name: heading }).waitFor();
  expect(new URL((await asked).url()).searchParams.get('locale')).toBe(locale);
  expect(await tab.locator('reglament-widget dialog').first().getAttribute('lang')).toBe(locale);
});

test('what the form shows in a former language changes nothing when it comes late', async () => {
  const { widgetUrl } = await visit(
    '<reglament-widget api="/" widget-key="sample" locale="ru"></reglament-widget>',
  );
  const held: Route[] = [];
  const category = (label: string) => ({
    json: {
      ...sampleConfig(),
      categories: [{ id: 'bug', label, clause: '3.1', scope: 'in' }],
    },
  });
  await tab.route('**/v1/widgets/sample?locale=ru', (route) => void held.push(route));
  await tab.route('**/v1/widgets/sample?locale=uz', (route) => route.fulfill(category('Xato')));
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(() => void document.querySelector('reglament-widget')?.open());
  await expect.poll(() => held.length).toBe(1);
  await tab.evaluate(() =>
    document.querySelector('reglament-widget')?.setAttribute('locale', 'uz'),
  );
  await tab.getByRole('heading', { name: 'Yangi murojaat' }).waitFor();
  const kinds = tab.locator('reglament-widget option');
  await expect.poll(() => kinds.allTextContents()).toEqual(['Xato']);
  const arrived = tab.waitForResponse('**/v1/widgets/sample?locale=ru');
  await Promise.all(held.map((route) => route.fulfill(category('Ошибка'))));
  await (await arrived).finished();
  await tab.evaluate(() => document.querySelector('reglament-widget')?.updateComplete);

  expect(await kinds.allTextContents()).toEqual(['Xato']);
});

test('no call to the server says which page it comes from, not even on the server’s own pages', async () => {
  const { pageUrl } = await visit('<p>no widget yet</p>');
  const calls: Request[] = [];
  tab.on('request', (request) => {
    if (request.url().includes('/v1/')) calls.push(request);
  });
  await tab.goto(`${pageUrl}?session=q1w2e3`);
  await tab.evaluate(() => {
    document.body.innerHTML = '<reglament-widget api="/" widget-key="sample"></reglament-widget>';
  });
  await tab.addScriptTag({ type: 'module', url: '/widget/index.js' });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(() => document.querySelector('reglament-widget')?.open());
  await field('Что делали').fill('Открыл отчёт');
  await field('Что ожидали').fill('450 000');
  await field('Что получили').fill('0');
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').waitFor();
  const said = await Promise.all(calls.map(async (call) => (await call.allHeaders())['referer']));

  expect(said.length).toBeGreaterThan(1);
  expect(said.filter(Boolean)).toEqual([]);
});

test('of languages asked for in one breath the last one stays, and one that cannot be fetched disturbs nothing', async () => {
  const { widgetUrl } = await visit(
    '<reglament-widget api="/" widget-key="sample" locale="ru"></reglament-widget>',
  );
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await inPage(() => document.querySelector('reglament-widget')?.open());
  await field('Что делали').waitFor();
  const speak = (locale: string) =>
    tab.evaluate(
      (name) => document.querySelector('reglament-widget')?.setAttribute('locale', name),
      locale,
    );
  const title = (name: string) => tab.getByRole('heading', { name }).waitFor();
  const held: Route[] = [];
  await tab.route('**/widget/c/uz-*', (route) => void held.push(route));
  await speak('uz');
  await expect.poll(() => held.length).toBe(1);
  await speak('en');
  await title('New request');
  const arrived = tab.waitForResponse('**/widget/c/uz-*');
  await Promise.all(held.map((route) => route.continue()));
  await (await arrived).finished();
  await tab.evaluate(() => document.querySelector('reglament-widget')?.updateComplete);
  await title('New request');

  await tab.unroute('**/widget/c/uz-*');
  await tab.evaluate(() => document.querySelector('reglament-widget')?.close());
  const lost = tab.waitForEvent('requestfailed');
  await tab.route('**/widget/c/uz-cyrl-*', (route) => route.abort());
  await speak('uz-Cyrl');
  await lost;
  await tab.unroute('**/widget/c/uz-cyrl-*');
  await inPage(() => document.querySelector('reglament-widget')?.open());
  await title('Янги мурожаат');
  expect(said.filter((line) => line.startsWith('fault'))).toEqual([]);
});

test('two elements with one key and a script tag live side by side and send one request', async () => {
  const { widgetUrl, tickets } = await visit(
    `<reglament-widget widget-key="sample" api="/"></reglament-widget>
     <reglament-widget widget-key="sample" api="/"></reglament-widget>${sample}`,
  );
  await tab.addScriptTag({ type: 'module', url: `${widgetUrl}/widget/index.js` });
  await tab.waitForFunction(() => customElements.get('reglament-widget'));
  await launcher().click();
  await field('Что делали').fill('Открыл отчёт');
  await field('Что ожидали').fill('450 000');
  await field('Что получили').fill('0');
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();

  await tab.keyboard.press('Escape');
  await inPage(() => document.querySelectorAll('reglament-widget')[0]?.open());
  await field('Что делали').waitFor();
  expect(tickets).toHaveLength(1);
});

test('pages that swap all they show keep launcher, panel and what was written, view transitions included', async () => {
  await visit(sample);
  await launcher().click();
  await field('Что делали').fill('Открыл отчёт');
  await tab.evaluate(async () => {
    const swap = () =>
      document.documentElement.replaceChildren(
        document.head,
        Object.assign(document.createElement('body'), { textContent: 'другая страница' }),
      );
    await document.startViewTransition(swap).finished;
  });
  await launcher().click();

  expect(await field('Что делали').inputValue()).toBe('Открыл отчёт');
  expect(await tab.locator('rg-launcher').count()).toBe(1);
  expect(await tab.locator('reglament-widget').count()).toBe(1);
});
