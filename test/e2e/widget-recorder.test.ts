import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillRequest, launcher, openAtDesk, send, shownNumber } from '#test/support/journey.ts';
import { allTables } from '#test/support/planted.ts';
import { plantedSecrets } from '#test/support/planted-secrets.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

const title = 'Клиент +998 90 123 45 67, паспорт AA1234567';

const host = (record: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
  <title>${title}</title>
  <h1>Межевой план</h1>
  <button id="check">Проверить план</button>
  <button>Позвонить 8 (916) 123-45-67</button>
  <label>Номер плана <input id="plan"></label>
  <label>Пароль <input id="pass" type="password"></label>
  <div data-private><button>Скрытая кнопка</button></div>
  <div class="salary"><button>Оклад Ивановой</button></div>
  <div data-private><p id="owner">Иванова Анна</p><label for="area">Участок Ивановой</label></div>
  <button id="open" aria-labelledby="verb owner"><span id="verb">Открыть дело</span></button>
  <input id="area">
  <script>
    window.before = { log: console.log, fetch, open: XMLHttpRequest.prototype.open, push: history.pushState };
    window.isSame = () => before.log === console.log && before.fetch === fetch &&
      before.open === XMLHttpRequest.prototype.open && before.push === history.pushState;
  </script>
  <script src="WIDGET/widget.js" data-key="technokad" ${record}></script>`;
const recording = 'data-record="console network clicks" data-record-ignore=".salary"';

let stage: Stage;
let person: BrowserContext;
let markup = '';
let productUrl = '';

/** The product and the support service stand on different origins. */
const product = createServer((request, response) => {
  const isBroken = request.url?.startsWith('/broken/');
  response.writeHead(isBroken ? 500 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(isBroken ? 'no' : markup);
});

beforeAll(async () => {
  stage = await setStage();
  person = await stage.person();
  await new Promise<void>((resolve) => product.listen(0, 'localhost', resolve));
  productUrl = `http://localhost:${(product.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await stage.strike();
  product.closeAllConnections();
  product.close();
});

/** A page of the vendor's product; `sent` gathers every byte that goes to the server meanwhile. */
async function openHost(record: string, path = '/clients/1') {
  const page = await person.newPage();
  const sent: string[] = [];
  markup = host(record).replace('WIDGET', stage.server.url);
  page.on('request', (request) => {
    if (!request.url().includes('/v1/')) return;
    const body = request.postDataBuffer()?.toString() ?? '';
    // whom the vendor vouches for is told by a signed token of its own
    const { authorization: _token, ...headers } = request.headers();
    sent.push(decodeURIComponent(request.url()), JSON.stringify(headers), body);
    sent.push(decodeURIComponent(headers['x-file-name'] ?? ''));
  });
  const claims = { sub: 'recorded', name: 'Пётр Сидоров', email: 'petr@geo.example' };
  const bearer = await stage.server.signAsHost('technokad', claims);
  await page.goto(`${productUrl}${path}`);
  await launcher(page).waitFor();
  await page.evaluate((token) => {
    (window as unknown as { reglament(verb: string, token: string): void }).reglament(
      'identify',
      token,
    );
  }, bearer);
  return { page, sent };
}

const isSame = (page: Page) =>
  page.evaluate(() => (window as unknown as { isSame(): boolean }).isSame());

const story = {
  'Что делали': 'Открыл межевой план',
  'Что получили': 'Протокол с ошибкой 4012',
  Программа: 'ТехноКад-Гео',
};

test('without a word of the page nothing is patched; with it nothing is left once the widget is removed', async () => {
  const silent = await openHost('');
  expect(await isSame(silent.page)).toBe(true);
  await silent.page.close();

  const { page } = await openHost(recording);
  await expect.poll(() => isSame(page)).toBe(false);
  await page.evaluate(() =>
    (window as unknown as { reglament: { remove(): void } }).reglament.remove(),
  );

  await expect.poll(() => isSame(page)).toBe(true);
  await page.close();
});

test('the element records by its own attributes, from when they are set until they go or it leaves the page', async () => {
  const { page } = await openHost('');
  await fillRequest(page, {});
  const element = page.locator('reglament-widget');
  expect(await isSame(page)).toBe(true);
  await element.evaluate((widget) => widget.setAttribute('record', 'console clicks'));
  await expect.poll(() => isSame(page)).toBe(false);
  await element.evaluate((widget) => widget.removeAttribute('record'));
  await expect.poll(() => isSame(page)).toBe(true);
  await element.evaluate((widget) => widget.setAttribute('record', 'console'));
  await expect.poll(() => isSame(page)).toBe(false);
  await page.evaluate(() => console.warn('Журнал №', 17));
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page.locator('rg-along').getByText('1 строка').waitFor();

  await element.evaluate((widget) => widget.parentNode?.removeChild(widget));
  await expect.poll(() => isSame(page)).toBe(true);
  await page.close();
});

test('S3.3.4.2 WID: recorded actions become steps by one press, and nothing by itself', async () => {
  const { page } = await openHost(recording);
  await expect.poll(() => isSame(page)).toBe(false);
  await page.getByRole('button', { name: 'Проверить план' }).click();
  await page.getByLabel('Номер плана').fill('8812');
  await page.getByLabel('Пароль').fill('s3cret');
  await page.getByRole('button', { name: 'Скрытая кнопка' }).click();
  await page.getByRole('button', { name: 'Оклад Ивановой' }).click();
  await page.getByRole('button', { name: 'Открыть дело Иванова Анна' }).click();
  await page.getByLabel('Участок Ивановой').fill('12');
  await fillRequest(page, story);
  const steps = page.locator('rg-steps input');
  const before = await steps.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  await page.getByRole('button', { name: 'Взять из записанных действий' }).click();

  await page.getByText('Шаги записаны, проверьте их').waitFor();
  const after = await steps.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  expect(before).toEqual(['']);
  expect(after).toEqual([
    'Открыть страницу /clients/1',
    'Нажать «Проверить план»',
    'Заполнить «Номер плана»',
    'Нажать «Открыть дело»',
  ]);
  await page.close();
});

test('what is recorded is shown line by line, each removable, and reaches the agent without it', async () => {
  const { page, sent } = await openHost(recording);
  await expect.poll(() => isSame(page)).toBe(false);
  await page.evaluate(async () => {
    console.warn('kept line');
    await new Promise((resolve) => setTimeout(resolve, 5));
    console.warn('withdrawn line');
    await fetch('/broken/report?token=abc');
  });
  await fillRequest(page, story);
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page.locator('rg-along').getByText('2 строки').click();
  await page.getByText('warn withdrawn line').waitFor();
  await page
    .locator('ol li', { hasText: 'withdrawn line' })
    .getByRole('button', { name: 'Не отправлять эту строку' })
    .click();
  await page.getByText('warn withdrawn line').waitFor({ state: 'detached' });
  // what comes after the last look was drawn does not go
  await page.locator('rg-form').evaluate((form) => {
    console.warn('unseen line');
    form.shadowRoot?.querySelector<HTMLElement>('footer .primary')?.click();
  });
  const number = await shownNumber(page);

  expect(sent.join('\n')).toContain('kept line');
  expect(sent.join('\n')).not.toMatch(/withdrawn line|unseen line/);
  const desk = await openAtDesk(person, stage.server, 'technokad', number);
  const told = desk.locator('details.recorded');
  await told.filter({ hasText: 'Консоль' }).locator('summary').click();
  await desk.getByText('warn kept line').waitFor();
  await told.filter({ hasText: 'Сбои запросов' }).locator('summary').click();
  await desk.getByText(/GET \/broken\/report 500 \d+ ms/).waitFor();
  expect(await desk.getByText('withdrawn line').count()).toBe(0);
  await desk.close();
  await page.close();
});

test('what was recorded of somebody who never opened the panel goes with nobody else’s request', async () => {
  const { page, sent } = await openHost(recording);
  await expect.poll(() => isSame(page)).toBe(false);
  await page.evaluate(() => console.warn('line of Pyotr'));
  await page.getByRole('button', { name: 'Проверить план' }).click();
  const claims = { sub: 'another', name: 'Рустам Алиев', email: 'rustam@geo.example' };
  const token = await stage.server.signAsHost('technokad', claims);
  await page.evaluate((bearer) => {
    const { reglament } = window as unknown as { reglament: { identify(token: string): void } };
    reglament.identify(bearer);
    console.warn('line of Rustam');
  }, token);
  await fillRequest(page, story);
  await send(page);

  expect(sent.join('\n')).toContain('line of Rustam');
  expect(sent.join('\n')).not.toMatch(/line of Pyotr|Проверить план/);
  await page.close();
});

test('no planted secret is in any byte that is sent or stored: page, address, console, requests, steps, names of files', async () => {
  const planted = (kind: string) =>
    encodeURIComponent(plantedSecrets.find((one) => one.kind === kind)!.text);
  const path = `/clients/${planted('Uzbek mobile at home')}/${planted('mail in an address')}?token=0penSesame#AA1234567`;
  const { page, sent } = await openHost(recording, path);
  await expect.poll(() => isSame(page)).toBe(false);
  await page.evaluate(
    async (secrets) => {
      for (const text of secrets) {
        console.error(text, { note: text });
        history.pushState(null, '', `/clients/${encodeURIComponent(text)}`);
        await fetch(`/broken/${encodeURIComponent(text)}?key=${encodeURIComponent(text)}`);
      }
      setTimeout(() => {
        throw new Error(secrets.slice(0, 5).join(' '));
      });
      void Promise.reject(new Error(secrets.slice(5, 10).join(' ')));
    },
    plantedSecrets.map(({ text }) => text),
  );
  await page.getByRole('button', { name: /Позвонить/ }).click();
  await fillRequest(page, story);
  await page
    .locator('rg-attachments input[type=file][multiple]')
    .setInputFiles(
      [
        'паспорт AA1234567.txt',
        'card 4111 1111 1111 1111.txt',
        'anna.karimova@pochta.example.txt',
      ].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('план') })),
    );
  // what the person sees is what goes
  for (const name of ['паспорт [id].txt', 'card [card].txt', '[mail].txt'])
    await page.locator('rg-tile').getByText(name, { exact: true }).waitFor();
  await send(page);

  const bytes = sent.join('\n');
  const stored = await allTables(stage.server.deps.client);
  for (const kept of [bytes, stored])
    expect([kept.includes('failedRequests'), kept.includes('Позвонить [phone]')]).toEqual([
      true,
      true,
    ]);
  const isFound = (where: string) =>
    plantedSecrets.flatMap(({ kind, traces }) =>
      traces.filter((trace) => where.includes(trace)).map((trace) => `${kind}: ${trace}`),
    );
  expect(isFound(bytes)).toEqual([]);
  expect(isFound(stored)).toEqual([]);
  await page.close();
});
