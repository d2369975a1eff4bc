import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { draftIsKept } from '#test/support/draft-is-kept.ts';
import { tinyPng } from '#test/support/picture.ts';
import type { Prefill, WidgetHandle } from '#widget/handle.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { reloadUntouched } from '#test/support/reload-untouched.ts';

const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <script src="WIDGET/widget.js" data-key="sample"></script>`;

let browser: Browser;
let host: WidgetHost;
let person: BrowserContext;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(markup);
  person = await browser.newContext({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await person.close();
  await host.close();
});

const secretLine = 'Не сходится остаток 450000';

async function openPage(): Promise<Page> {
  const page = await person.newPage();
  await page.goto(host.pageUrl);
  return page;
}
const press = (page: Page) => page.getByRole('button', { name: 'Поддержка' }).click();
const field = (page: Page) => page.getByLabel('Что получили');
/** What the page fills in. */
const given = (page: Page, values: Prefill) =>
  page.evaluate(
    (all) => (window as unknown as { reglament: WidgetHandle }).reglament.prefill(all) && undefined,
    values,
  );
const attach = (page: Page) =>
  page
    .locator('rg-attachments input[type=file][multiple]')
    .setInputFiles({ name: 'остаток.png', mimeType: 'image/png', buffer: tinyPng });
/** A host's token for somebody, signed by nobody: the page's own server is not part of this test. */
const signIn = (page: Page, subject: string) =>
  page.evaluate((sub) => {
    const token = `e30.${btoa(JSON.stringify({ sub })).replace(/=+$/, '')}.x`;
    (window as unknown as { reglament: { identify(token: string): void } }).reglament.identify(
      token,
    );
  }, subject);

/** Everything that lies in the browser's databases and storage, as text. */
const storedText = (page: Page) =>
  page.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => {
        request.addEventListener('success', () => resolve(request.result));
      });
    const found: string[] = Object.entries(localStorage).flat();
    let rows = 0;
    let exportable = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        for (const row of await wait(database.transaction(store).objectStore(store).getAll())) {
          if (row instanceof CryptoKey) exportable += Number(row.extractable);
          else {
            rows += 1;
            const sealed = new Uint8Array((row as { sealed: ArrayBuffer }).sealed);
            for (const encoding of ['utf-8', 'utf-16le'])
              found.push(new TextDecoder(encoding).decode(sealed));
          }
        }
      }
      database.close();
    }
    return { text: found.join('\n'), rows, exportable };
  });

test('text and files survive a reload and a browser restart, and lie in the browser only sealed', async () => {
  const page = await openPage();
  await press(page);
  await field(page).fill(secretLine);
  await attach(page);
  await draftIsKept(page);
  const stored = await storedText(page);
  expect(stored).toMatchObject({ rows: 2, exportable: 0 });
  for (const part of [secretLine, '450000', 'остаток.png', 'PNG'])
    expect(stored.text).not.toContain(part);

  await page.close();
  const later = await openPage();
  await press(later);
  await expect.poll(() => field(later).inputValue()).toBe(secretLine);
  await later.locator('rg-attachments .tile').getByText('остаток.png').waitFor();
  await later.getByLabel('Что делали').fill('Открыл отчёт');
  await later.getByLabel('Что ожидали').fill('0');
  await later.getByRole('button', { name: /^Отправить/ }).click();
  await later.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();

  expect(host.files.map(({ bytes }) => bytes)).toEqual([tinyPng]);
  expect(await storedText(later)).toMatchObject({ rows: 0 });
});

test('what the person has put in place of a given answer survives a reload of the page that gives it', async () => {
  const page = await openPage();
  await given(page, { got: 'Счёт 17', expected: 'Ничего', did: 'Оплату' });
  await press(page);
  await expect.poll(() => field(page).inputValue()).toBe('Счёт 17');
  await field(page).fill(secretLine);
  await page.getByLabel('Что делали').fill('');
  await draftIsKept(page);

  await page.close();
  const later = await openPage();
  await given(later, { got: 'Счёт 17', expected: 'Всё', did: 'Оплату' });
  await press(later);
  await expect.poll(() => field(later).inputValue()).toBe(secretLine);
  expect(await later.getByLabel('Что ожидали').inputValue()).toBe('Всё');
  expect(await later.getByLabel('Что делали').inputValue()).toBe('');
});

test('another person who signs in does not see it; whoever has written it does', async () => {
  const page = await openPage();
  await signIn(page, 'anna');
  await press(page);
  await field(page).fill(secretLine);
  await draftIsKept(page);
  await signIn(page, 'boris');
  await expect.poll(() => field(page).inputValue()).toBe('');
  await field(page).fill('Моё');
  await draftIsKept(page);
  await reloadUntouched(page);
  await field(page).waitFor();
  expect(await field(page).inputValue()).toBe('');

  await signIn(page, 'anna');
  await expect.poll(() => field(page).inputValue()).toBe(secretLine);
});

test('a press of one person sends nothing of another who comes before their picture is there', async () => {
  const page = await openPage();
  await given(page, { got: 'Счёт 17' });
  await signIn(page, 'anna');
  await press(page);
  for (const label of ['Что делали', 'Что ожидали']) await page.getByLabel(label).fill('Моё');
  await draftIsKept(page);
  await page.route('**/c/prepare-files-*.js', () => undefined);
  await attach(page);
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.getByText('Отправляем…').waitFor();
  await signIn(page, 'boris');
  await page.getByRole('button', { name: /^Отправить/ }).waitFor();
  await field(page).fill('Счёт 18');
  await draftIsKept(page);

  expect(host.bodies).toEqual([]);
});

test('receipt and conversation of one person are gone as another signs in; a renewed token leaves them', async () => {
  const page = await openPage();
  const send = async (text: string) => {
    for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
      await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: /^Отправить/ }).click();
  };
  const receipt = page.locator('rg-receipt');
  const reply = page.locator('rg-thread').getByRole('textbox');
  await signIn(page, 'anna');
  await press(page);
  await send('Тайна Анны');
  await receipt.getByText('SMP-1', { exact: true }).waitFor();
  await signIn(page, 'boris');
  await field(page).waitFor();
  expect(await receipt.count()).toBe(0);

  await send('Тайна Бориса');
  await receipt.getByText('SMP-2', { exact: true }).waitFor();
  await receipt.getByRole('button', { name: 'Дописать' }).click();
  await reply.fill('Ещё одна');
  const asked = () => host.asked.filter((one) => one === 'GET /v1/widgets/sample').length;
  const before = asked();
  await page.evaluate(() => {
    const { reglament } = window as unknown as { reglament: { identify(token: string): void } };
    const token = `e30.${btoa(JSON.stringify({ sub: 'boris', iat: 1 })).replace(/=+$/, '')}.x`;
    reglament.identify(token);
  });
  await expect.poll(asked).toBeGreaterThan(before);
  expect(await reply.inputValue()).toBe('Ещё одна');

  await signIn(page, 'anna');
  await field(page).waitFor();
  expect(await page.locator('rg-thread').count()).toBe(0);
});

test('the name of one person stands in no form that another opens, also where the service does not answer', async () => {
  const page = await openPage();
  await page.route('**/v1/widgets/sample?*', async (route) => {
    const answer = await route.fetch();
    const requester = { name: 'Анна Иванова', email: 'anna@crm.example', provenBy: 'crm.example' };
    return route.fulfill({ json: { ...(await answer.json()), requester } });
  });
  await signIn(page, 'anna');
  await press(page);
  await page.getByText('Анна Иванова').waitFor();
  await page.evaluate(() =>
    Object.assign(window, {
      stood: document.querySelector('reglament-widget')?.shadowRoot?.querySelector('rg-form'),
    }),
  );
  await page.route('**/v1/widgets/sample?*', () => undefined);
  await signIn(page, 'boris');
  await page.getByText('Анна Иванова').waitFor({ state: 'detached' });
  expect(
    await page
      .locator('rg-form')
      .evaluate((form) => form === (window as unknown as { stood: Element }).stood),
  ).toBe(true);
  await page.unroute('**/v1/widgets/sample?*');
  await page.keyboard.press('Escape');
  host.behaviour = 'away';
  await signIn(page, 'boris');
  await press(page);
  await page.getByText('Форма не загрузилась').waitFor();

  expect(await page.getByText('Анна Иванова').count()).toBe(0);
});

test('of two tabs the untouched one takes the newer text over, the other keeps its own', async () => {
  const [one, other] = [await openPage(), await openPage()];
  await press(one);
  await field(one).fill('первая');
  await draftIsKept(one);
  await press(other);
  await expect.poll(() => field(other).inputValue()).toBe('первая');
  await field(one).fill('первая, дальше');
  await expect.poll(() => field(other).inputValue()).toBe('первая, дальше');

  await field(other).fill('вторая');
  await draftIsKept(other);
  await field(one).fill('первая, ещё дальше');
  await draftIsKept(one);
  expect(await field(other).inputValue()).toBe('вторая');
});

const blocked = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <script>
    const deny = () => { throw new DOMException('denied', 'SecurityError'); };
    const silent = () => new EventTarget();
    Object.defineProperty(window, 'indexedDB', { value: { open: HOW } });
  </script>
  <script src="WIDGET/widget.js" data-key="sample"></script>`;

test.each(['deny', 'silent'])(
  'where the browser keeps nothing (%s) it works in memory and says so',
  async (how) => {
    await host.close();
    host = await widgetHost(blocked.replace('HOW', how));
    const page = await openPage();
    await press(page);
    for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
      await page.getByLabel(label).fill('Текст');
    await page.getByText('Черновик хранится, пока открыта страница').waitFor();
    await page.getByRole('button', { name: /^Отправить/ }).click();
    await page.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
  },
);

const denied = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <script>
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
      });
  </script>
  <script src="WIDGET/widget.js" data-key="sample"></script>`;

test.each([
  ['a frame in a sandbox', markup, 'allow-scripts'],
  ['a frame whose browser denies storage to others', denied, ''],
])(
  'in %s everything lives in memory, which it says, and nothing breaks',
  async (_case, page, sandbox) => {
    await host.close();
    host = await widgetHost(page);
    const outer = await person.newPage();
    const faults: string[] = [];
    outer.on('pageerror', ({ message }) => faults.push(message));
    await outer.goto(`${host.pageUrl}?outer`);
    faults.length = 0;
    await outer.evaluate(
      ([src = '', rules = '']) => {
        const frame = document.createElement('iframe');
        if (rules) frame.setAttribute('sandbox', rules);
        Object.assign(frame, { src, width: '1000', height: '740' });
        document.documentElement.append(frame);
      },
      [`${host.widgetUrl}/page`, sandbox],
    );
    const frame = outer.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Поддержка' }).click();
    for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
      await frame.getByLabel(label).fill('Текст');
    await frame
      .locator('rg-attachments input[type=file][multiple]')
      .setInputFiles({ name: 'остаток.png', mimeType: 'image/png', buffer: tinyPng });
    await frame.getByText('Черновик хранится, пока открыта страница').waitFor();
    host.behaviour = 'away';
    await frame.getByRole('button', { name: /^Отправить/ }).click();
    await frame.getByText('Этот браузер ничего не хранит: не закрывайте страницу').waitFor();
    host.behaviour = 'answers';
    await frame.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();

    expect(host.files.map(({ bytes }) => bytes)).toEqual([tinyPng]);
    expect(new Set(host.keys).size).toBe(1);
    expect(faults).toEqual([]);
  },
);

test('a page that deletes its databases while somebody writes hinders no sending', async () => {
  const page = await openPage();
  await press(page);
  for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
    await page.getByLabel(label).fill('Текст');
  await draftIsKept(page);
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases())
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).addEventListener('success', resolve);
      });
  });
  await field(page).fill('Текст дальше');
  await page.getByText('Черновик хранится, пока открыта страница').waitFor();
  await attach(page);
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();

  expect(host.bodies).toMatchObject([{ answers: { got: 'Текст дальше' } }]);
  expect(host.files.map(({ bytes }) => bytes)).toEqual([tinyPng]);
});

test('what went while the disk was full is not written a second time', async () => {
  const page = await openPage();
  await press(page);
  for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
    await page.getByLabel(label).fill('Текст');
  await draftIsKept(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = function () {
      this.transaction.abort();
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.locator('rg-receipt').getByRole('button', { name: 'Готово' }).click();
  expect(await storedText(page)).toMatchObject({ rows: 0 });
  await press(page);
  await field(page).fill('Другое');
  await page.getByText('Черновик хранится, пока открыта страница').waitFor();

  expect(await page.getByLabel('Что делали').inputValue()).toBe('');
});

test('a damaged database starts empty', async () => {
  const page = await openPage();
  await press(page);
  await field(page).fill(secretLine);
  await draftIsKept(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('reglament:sample');
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('keys', 'readwrite');
          transaction.objectStore('keys').clear();
          transaction.addEventListener('complete', () => resolve());
        });
      }),
  );
  await reloadUntouched(page);
  await field(page).fill('Заново');
  await draftIsKept(page);

  expect(await page.getByLabel('Что делали').inputValue()).toBe('');
});
