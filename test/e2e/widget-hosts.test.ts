import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { differences, widgetStyles, type StyleLines } from '#test/support/host-styles.ts';
import { atRest, livesHere } from '#test/support/lives-here.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import type { WidgetHandle } from '#widget/handle.ts';

const content = `<h1>Оплаты</h1><p class="note">Сегодня <b>12</b></p><ul><li>Первая</ul>
  <form><label>Сумма <input id="sum" value="450"></label><button>Принять</button></form>`;
const script = '<script src="WIDGET/widget.js" data-key="sample" data-locale="ru"></script>';
const page = (style: string, attributes = '', more = '') =>
  `<!doctype html><html lang="ru" ${attributes}><head><meta charset="utf-8"><title>Оплаты</title>
  <style>${style}</style></head><body>${content}${more}${script}</body></html>`;

let browser: Browser;
let host: WidgetHost | undefined;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.clock.setFixedTime('2026-11-22T13:20:00Z');
});
afterEach(async () => {
  await tab.close();
  await host?.close();
});

async function visit(markup: string, files: Readonly<Record<string, string>> = {}) {
  host = await widgetHost(markup, undefined, files);
  await tab.goto(host.pageUrl);
}

/** Goes through the panel and tells how the widget looked meanwhile. */
async function looksOn(markup: string): Promise<StyleLines> {
  await visit(markup);
  let looks: StyleLines = [];
  const whileOpen = async () => {
    await tab.locator('.kept[aria-busy=false]').waitFor();
    await tab.locator('rg-ways button').first().waitFor();
    await tab.waitForLoadState('networkidle');
    await atRest(tab.mainFrame());
    looks = await widgetStyles(tab.mainFrame());
  };
  await livesHere(tab, { whileOpen });
  await host?.close();
  return looks;
}

const inherited = `color: red; font: italic 700 31px/3 serif; letter-spacing: 3px; word-spacing: 9px;
  text-transform: uppercase; text-indent: 40px; text-align: center; text-shadow: 1px 1px red; white-space: pre;
  word-break: break-all; hyphens: auto; cursor: wait; user-select: none; writing-mode: vertical-rl;
  list-style: square; caret-color: red; accent-color: red; color-scheme: dark; visibility: hidden;
  -webkit-text-stroke: 1px red; -webkit-text-fill-color: red; pointer-events: none; border-collapse: collapse;
  font-variant: small-caps; font-feature-settings: "smcp"; text-underline-offset: 9px; tab-size: 40;`;
const shoved = `position: static !important; display: inline-block !important; inset: 0 !important;
  z-index: 0 !important; opacity: 0.2 !important; transform: rotate(3deg) !important; filter: blur(2px) !important;
  max-width: 10px !important; max-height: 10px !important; overflow: hidden !important; contain: strict !important;
  pointer-events: none !important; animation: none !important; transition: all 5s !important; float: left !important;`;
const important = (style: string) => style.replaceAll(';', ' !important;');

let plain: StyleLines | undefined;
test.each([
  ['a page of its own accord', '', ''],
  ['a root font of 62.5 %', 'html { font-size: 62.5% }', ''],
  ['all: revert', '* { all: revert }', ''],
  ['all: unset', '* { all: unset }', ''],
  ['all: initial, important', '* { all: initial !important }', ''],
  ['a root that gives all that is inherited', `html { ${inherited} } body { all: initial }`, ''],
  ['the same for everything, important', `* { ${important(inherited)} }`, ''],
  [
    'everything shoved about, important',
    `body > * { all: initial } html > :not(head):not(body) { ${shoved} }`,
    '',
  ],
  ['a page from right to left', 'body { margin: 0 }', 'dir="rtl"'],
])(
  'the widget looks and works on %s as anywhere, and changes nothing',
  async (_case, style, attributes) => {
    const looks = await looksOn(page(style, attributes));

    expect(looks.length).toBeGreaterThan(10_000);
    plain ??= looks;
    expect(differences(plain, looks)).toEqual([]);
  },
);

const windowOf = (frame: Frame | Page) => frame.getByText('Окно страницы');

test('over a modal dialog of the page, and over one within it', async () => {
  await visit(
    page(
      '',
      '',
      `<dialog id="outer"><p>Окно страницы</p><input>
        <dialog id="inner"><p>Внутреннее окно</p><input></dialog></dialog>`,
    ),
  );
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#outer')?.showModal());
  await livesHere(tab, { stays: windowOf(tab) });
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#inner')?.showModal());
  await tab.locator('#inner rg-launcher').waitFor();
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('opened it');
  await tab.keyboard.press('Escape');
  await tab.locator('#inner').getByText('Внутреннее окно').waitFor();
});

test('over a modal dialog that the page opens over the open panel, with what is written', async () => {
  await visit(page('', '', '<dialog id="late"><p>Окно страницы</p><input></dialog>'));
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('opened it');
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#late')?.showModal());
  const late = tab.locator('#late');
  await late.getByRole('button', { name: 'Поддержка' }).click();
  await tab.waitForFunction(
    () => document.querySelector('reglament-widget')?.shadowRoot?.activeElement,
  );
  const written = tab.getByLabel('Что делали');
  await written.fill(`${await written.inputValue()}, then`);
  // asked for by code while a person writes it stays as it is
  await tab.evaluate(() => (window as unknown as { reglament: WidgetHandle }).reglament.open());
  await tab.keyboard.type(' pressed');
  expect(await written.inputValue()).toBe('opened it, then pressed');

  await tab.keyboard.press('Escape');
  await late.locator('input').fill('the page goes on');
});

test('on paper there is no launcher', async () => {
  await visit(page('', '', ''));
  const launcher = tab.getByRole('button', { name: 'Поддержка' });
  await launcher.waitFor();
  await tab.emulateMedia({ media: 'print' });
  await launcher.waitFor({ state: 'hidden' });
  await tab.emulateMedia({ media: null });
  await launcher.waitFor();
});

test('over the upper of two modal dialogs, though it stands earlier in the document', async () => {
  await visit(
    page(
      '',
      '',
      `<dialog id="upper"><p>Окно страницы</p><input></dialog>
        <dialog id="lower"><p>Нижнее окно</p><input></dialog>
        <details><p>Подробности</p></details>`,
    ),
  );
  const show = (id: string) =>
    tab.evaluate((name) => document.querySelector<HTMLDialogElement>(name)?.showModal(), id);
  await show('#lower');
  await tab.locator('#lower rg-launcher').waitFor();
  await show('#upper');
  await tab.locator('#upper rg-launcher').waitFor();
  await livesHere(tab, { stays: windowOf(tab) });

  // which of them is the upper one cannot be seen beside an open panel
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.locator('reglament-widget dialog:modal').waitFor();
  await tab.evaluate(() => {
    document.querySelector('details')?.setAttribute('open', '');
    // longer than a launcher that was moved waits before it looks again
    return new Promise((resolve) => setTimeout(resolve, 250));
  });
  await tab.keyboard.press('Escape');
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.keyboard.press('Escape');

  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#upper')?.close());
  await tab.locator('#lower rg-launcher').waitFor();
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('opened it');
});

test('a modal dialog in a shadow tree of the page opens it by a button of its own', async () => {
  await visit(page('', '', '<div id="host"></div>'));
  await tab.evaluate(() => {
    const dialog = document.createElement('dialog');
    const button = document.createElement('button');
    button.dataset['reglamentOpen'] = '';
    button.textContent = 'Помощь';
    dialog.append('Окно страницы', button);
    document.querySelector('#host')?.attachShadow({ mode: 'open' }).append(dialog);
    dialog.showModal();
  });
  await livesHere(tab, {
    trigger: tab.getByRole('button', { name: 'Помощь' }),
    stays: tab.getByText('Окно страницы'),
  });
});

test.each([
  ['of the same origin', ''],
  ['that may run scripts and nothing else: no storage, no origin', 'sandbox="allow-scripts"'],
])('inside a frame %s', async (_case, attributes) => {
  await visit(
    `<!doctype html><html lang="ru"><title>Снаружи</title>
    <iframe ${attributes} src="/inner" width="1000" height="700"></iframe></html>`,
    {
      '/inner': page(''),
    },
  );
  const frame = tab.frames()[1]!;
  const said = attributes ? 'Черновик хранится, пока открыта страница' : 'Черновик сохранён';
  await livesHere(tab, { frame, whileOpen: () => frame.getByText(said).waitFor() });
});

test('the page swaps what it shows by a view transition while the panel stands open', async () => {
  await visit(page('::view-transition-group(*) { animation-duration: 200ms }'));
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('До перехода');
  await tab.evaluate(async () => {
    const next = Object.assign(document.createElement('body'), { textContent: 'другая страница' });
    await document.startViewTransition(() => document.body.replaceWith(next)).finished;
  });
  await tab.getByLabel('Что ожидали').click();
  await tab.keyboard.type('after');

  expect(await tab.getByLabel('Что делали').inputValue()).toBe('До перехода');
  expect(await tab.getByLabel('Что ожидали').inputValue()).toBe('after');
  await tab.keyboard.press('Escape');
  await tab.getByText('другая страница').waitFor();
});

test('the script twice, its tag taken away and put back: one launcher, one panel, one draft', async () => {
  await visit(page('', '', script));
  await tab.evaluate(() => {
    const tags = [...document.querySelectorAll<HTMLScriptElement>('script[data-key]')];
    for (const tag of tags) tag.remove();
    const again = document.createElement('script');
    Object.assign(again.dataset, { ...tags[0]?.dataset });
    again.src = tags[0]?.src ?? '';
    document.head.append(again);
  });
  await tab.waitForLoadState('networkidle');

  await livesHere(tab);
});
