import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCapturePage } from '#test/support/capture-page/open.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost } from '#test/support/widget-host.ts';

let browser: Browser;
let stranger: Server;
let elsewhere: string;
beforeAll(async () => {
  browser = await launchChromium();
  // another origin that allows nothing, and an address that never answers
  stranger = createServer((request, response) => {
    if (!request.url?.startsWith('/hangs'))
      response.writeHead(200, { 'content-type': 'image/png' }).end('?');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  stranger?.closeAllConnections();
  stranger?.close();
});

const markup = (inside: string, style = '') =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Страница</title>
  <style>body { margin: 0; background: #00aa00 } #mark { position: absolute; left: 40px; top: 40px; width: 40px; height: 40px; background: #2563eb } ${style}</style>
  <div id="mark"></div><div style="height: 120px"></div>${inside}`;

/** The mark is where it was and blue, at the centre of its box. */
const blue = [37, 99, 235];

test.each([
  ['an image that is not there', (): string => '<img src="/missing.png" width="90" height="60">'],
  ["another origin's image", (): string => `<img src="${elsewhere}/a.png" width="90" height="60">`],
  [
    'an image that never comes',
    (): string => `<img src="${elsewhere}/hangs" width="90" height="60">`,
  ],
  ["another origin's frame", (): string => `<iframe src="${elsewhere}/a.png"></iframe>`],
  [
    'a background that is not there',
    (): string => '<div style="height:40px;background:url(/no.png)"></div>',
  ],
  [
    'a font that is not there',
    (): string =>
      '<style>@font-face{font-family:Gone;src:url(/gone.woff2)}p{font-family:Gone}</style><p>текст</p>',
  ],
  [
    'thirty images that never come',
    (): string =>
      Array.from({ length: 30 }, (_, at) => `<img src="${elsewhere}/hangs?${at}" width="9">`).join(
        '',
      ),
  ],
  [
    'what an office program pastes',
    (): string => '<p>текст<o:p>&nbsp;</o:p></p><st1:city>x</st1:city>',
  ],
  [
    'a drawing of a drawing program',
    (): string => '<svg xmlns:foo="urn:x" foo:bar="1"><foo:x/></svg>',
  ],
  [
    'attributes of templates and stray quotes',
    (): string => '<div [b]="c" (d)="e" @click="f" :g="h" 1a="b">x</div><div class="a"">y</div>',
  ],
  [
    'a form whose fields take the names of its own parts',
    (): string =>
      `<form>${['children', 'style', 'attributes', 'parentNode', 'id'].map((name) => `<input name="${name}" value="2">`).join('')}<p>итого</p></form>`,
  ],
  ['a very long page', (): string => '<div style="height: 60000px"></div>'],
  ['a page from right to left', (): string => '<p dir="rtl">שלום 123</p>'],
] as const)(
  '%s does not fail the picture',
  async (_case, inside) => {
    const page = await openCapturePage(browser, markup(inside()), {
      viewport: { width: 600, height: 400 },
      waits: false,
    });
    const started = Date.now();
    const { bytes } = await page.take();

    expect(readPicture(bytes).at(60, 60)).toEqual(blue);
    expect(Date.now() - started).toBeLessThan(15_000);
    await page.close();
  },
  60_000,
);

test('a scrolled page shows what is in sight, a sharp screen is drawn as sharp, a dark page stays dark', async () => {
  const page = await openCapturePage(
    browser,
    markup('<div style="height: 3000px"></div>', 'body { background: #101010 }'),
    { viewport: { width: 600, height: 400 }, deviceScaleFactor: 2 },
  );
  await page.tab.evaluate(() => scrollTo(0, 30));
  const picture = readPicture((await page.take()).bytes);

  expect([picture.width, picture.height]).toEqual([1200, 800]);
  expect(picture.at(120, 60)).toEqual(blue);
  expect(picture.at(900, 700)).toEqual([16, 16, 16]);
  await page.close();
});

test('a page whose body was swapped, or that changes while it is drawn, is drawn as it is', async () => {
  const page = await openCapturePage(browser, markup('<p>было</p>'), {
    viewport: { width: 600, height: 400 },
  });
  await page.tab.evaluate(() => {
    const body = document.createElement('body');
    body.append(document.querySelector('#mark')!);
    document.body.replaceWith(body);
    let turns = 0;
    const timer = setInterval(() => {
      body.append(Object.assign(document.createElement('p'), { textContent: `${(turns += 1)}` }));
      if (turns > 40) clearInterval(timer);
    }, 10);
  });

  expect(readPicture((await page.take()).bytes).at(60, 60)).toEqual(blue);
  await page.close();
});

test('without img-src data: there is one report a page however often one asks, and the panel says what is left', async () => {
  const policy =
    "default-src 'none'; script-src WIDGET; connect-src WIDGET; " +
    "require-trusted-types-for 'script'; trusted-types lit-html";
  const host = await widgetHost(
    '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title><h1>Оплаты</h1><script src="WIDGET/widget.js" data-key="sample"></script>',
    policy,
  );
  const tab = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await tab.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      broken.push(effectiveDirective),
    );
    // this browser shares nothing, as a web view does not
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined });
  });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  for (let press = 0; press < 2; press += 1) {
    await tab.getByRole('button', { name: 'Снять страницу' }).click();
    await tab
      .getByText(/^Страница не снялась|не удалось|Вставьте/)
      .first()
      .waitFor();
  }

  expect(await tab.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([
    'img-src',
  ]);
  expect(await tab.getByRole('button', { name: 'Точный снимок' }).count()).toBe(0);
  await tab.close();
  await host.close();
});

test('the renderer writes nothing on the page’s console, where it would pass for the page’s own words', async () => {
  const page = await openCapturePage(
    browser,
    markup(
      '<table><tr><td>Оплаты <b>за ноябрь</b></td><td>450 000</td></tr></table><p>текст <span>в строке</span></p>',
      '@font-face{font-family:Gone;src:url(/gone.woff2?key=q1w2)} p,td{font-family:Gone,serif}',
    ),
  );
  const lines: string[] = [];
  page.tab.on('console', (line) => {
    // the browser itself says what could not be loaded
    if (!line.text().startsWith('Failed to load resource')) lines.push(line.text());
  });
  await page.take();
  await page.close();

  expect(lines).toEqual([]);
});
