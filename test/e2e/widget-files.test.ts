import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { tinyPng } from '#test/support/picture.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { reloadUntouched } from '#test/support/reload-untouched.ts';

const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <h1>Оплаты</h1><script src="WIDGET/widget.js" data-key="sample"></script>`;

let browser: Browser;
let host: WidgetHost;
let person: BrowserContext;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(markup);
  person = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  tab = await person.newPage();
});
afterEach(async () => {
  await person.close();
  await host.close();
});

/** A machine that opens no picture and draws none until `release`. */
const slowPictures = () =>
  tab.addInitScript(() => {
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const open = createImageBitmap.bind(window) as (...args: unknown[]) => Promise<ImageBitmap>;
    Object.assign(window, {
      release,
      createImageBitmap: (...args: unknown[]) => gate.then(() => open(...args)),
    });
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function (...args) {
      void gate.then(() => toBlob.apply(this, args));
    };
  });
const release = () => tab.evaluate(() => (window as unknown as { release: () => void }).release());
const picture = { name: 'остаток.png', mimeType: 'image/png', buffer: tinyPng };
const choose = (...files: (typeof picture)[]) =>
  tab.locator('rg-attachments input[type=file][multiple]').setInputFiles(files);
const tile = (name: string) => tab.locator('rg-tile').filter({ hasText: name });
async function write() {
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  for (const label of ['Что делали', 'Что ожидали', 'Что получили'])
    await tab.getByLabel(label).fill('Текст');
}
const button = (name: string | RegExp) => tab.getByRole('button', { name });
const arrived = () => tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
const sentFiles = () => (host.bodies as { attachments: string[] }[]).map((one) => one.attachments);
const posted = () => host.asked.filter((one) => one === 'POST /v1/tickets').length;

test('a file that is still being prepared stands in the form by its name, and the request waits for it', async () => {
  await slowPictures();
  await write();
  await tab.getByText('Черновик сохранён').waitFor();
  await choose(picture);
  await tile('остаток.png').getByText('Готовим').waitFor();
  expect(await tab.getByText('Черновик сохранён').count()).toBe(0);
  await tab.getByLabel('Что получили').press('Control+Enter');
  await button('Отправляем…').waitFor();
  expect(posted()).toBe(0);

  await release();
  await arrived();
  expect(sentFiles()).toEqual([['file-1']]);
  expect(host.files.map(({ bytes }) => bytes)).toEqual([tinyPng]);
});

test('a name that turns its ending around is shown and sent as it is', async () => {
  await write();
  const metadata: string[] = [];
  tab.on('request', (request) => {
    const said = request.headers()['upload-metadata'];
    if (said) metadata.push(Buffer.from(said.split(/[ ,]/)[1] ?? '', 'base64').toString());
  });
  await choose({ ...picture, name: 'счёт\u202Egpj\u200B.exe.png' });
  await tile('счётgpj.exe.png').waitFor();
  await button(/^Отправить/).click();
  await arrived();

  expect(metadata).toEqual(['счётgpj.exe.png']);
});

test('what an office program copies is pasted as words, a picture alone as a file', async () => {
  await person.grantPermissions(['clipboard-read', 'clipboard-write']);
  await write();
  const copy = (kinds: Readonly<Record<string, string>>) =>
    tab.evaluate(
      async ([words, bytes]) => {
        const png = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
        const named = Object.entries(words).map(
          ([type, text]) => [type, new Blob([text], { type })] as const,
        );
        const item = new ClipboardItem(Object.fromEntries([...named, ['image/png', png]]));
        await navigator.clipboard.write([item]);
      },
      [kinds, [...tinyPng]] as const,
    );
  const got = tab.getByLabel('Что получили');
  await got.fill('');
  await copy({ 'text/plain': 'Заказ 15', 'text/html': '<table><td>Заказ 15</table>' });
  await got.press('Control+V');
  await expect.poll(() => got.inputValue()).toBe('Заказ 15');
  await copy({ 'text/html': '<img src="shot.png">' });
  await got.press('Control+V');

  await tab.locator('rg-tile rg-picture').waitFor();
  expect(await tab.locator('rg-tile').count()).toBe(1);
  // as Firefox copies a picture of a page: with its address
  const src = 'https://crm.example/shot.png';
  await copy({ 'text/plain': src, 'text/html': `<img src="${src}" alt="Отчёт">` });
  await got.press('Control+V');

  await expect.poll(() => tab.locator('rg-tile').count()).toBe(2);
  expect(await got.inputValue()).toBe('Заказ 15');
});

test('a long log that is pasted goes whole, as a file: a field would cut it', async () => {
  await person.grantPermissions(['clipboard-read', 'clipboard-write']);
  await write();
  const log = 'строка журнала 1234\n'.repeat(1200);
  await tab.evaluate((text) => navigator.clipboard.writeText(text), log);
  await tab.getByLabel('Что получили').press('Control+V');

  await tile('log.txt').waitFor();
  expect(await tab.getByLabel('Что получили').inputValue()).toBe('Текст');
  await button(/^Отправить/).click();
  await arrived();
  expect(host.files.map(({ bytes }) => bytes.toString())).toEqual([log]);
});

test('logs that are pasted one after the other are all there, in the field or as files', async () => {
  await person.grantPermissions(['clipboard-read', 'clipboard-write']);
  await write();
  const got = tab.getByLabel('Что получили');
  const log = 'строка журнала 1234\n'.repeat(450);
  await tab.evaluate((text) => navigator.clipboard.writeText(text), log);
  await got.fill('');
  for (const _ of [1, 2, 3]) await got.press('Control+V');

  await tile('log.txt').first().waitFor();
  const files = await tab.locator('rg-tile').count();
  expect((await got.inputValue()).length + files * log.length).toBe(3 * log.length);
});

test('the request waits for a picture of the page that is still being taken', async () => {
  await slowPictures();
  await write();
  await button('Снять страницу').click();
  await tile('page-1.png').getByText('Готовим').waitFor();
  await button(/^Отправить/).click();
  await button('Отправляем…').waitFor();

  await release();
  await arrived();
  expect(sentFiles()).toEqual([['file-1']]);
});

test('who takes a file out while it is being prepared sends the request without it', async () => {
  await slowPictures();
  await write();
  await choose(picture, { ...picture, name: 'второй.png' });
  await button(/^Отправить/).click();
  await button('Убрать «второй.png»').click();
  await release();
  await arrived();

  expect(host.files).toHaveLength(1);
});

test('what turns out not to go while the request waits for it ends the sending, and says why at its place', async () => {
  await slowPictures();
  await write();
  const heavy = Buffer.concat([tinyPng, Buffer.alloc(5_100_000)]);
  // a picture that this browser cannot open goes as it is
  await choose({ name: 'журнал.png', mimeType: 'image/png', buffer: heavy.fill(7, 0, 8) });
  await button(/^Отправить/).click();
  await button('Отправляем…').waitFor();
  await release();
  await tile('«журнал.png» больше 5 МБ').getByRole('alert').waitFor();

  expect(posted()).toBe(0);
  await button('Убрать «журнал.png»').click();
  await button(/^Отправить/).click();
  await arrived();
  expect(sentFiles()).toEqual([[]]);
});

test('a file that the form does not take says why at its own place and hinders no other', async () => {
  await write();
  await choose(picture, { ...picture, name: 'отчёт.exe', mimeType: 'application/x-msdownload' });
  await tile('«отчёт.exe»: такие файлы не принимаем').getByRole('alert').waitFor();
  expect(await tab.locator('rg-tile').count()).toBe(2);
  await button(/^Отправить/).click();
  await arrived();

  expect(host.files).toHaveLength(1);
});

test('a file that the server refuses says why at its own place; it goes again on request, or is taken out', async () => {
  host.fileRefusal = { code: 'identity.rejected' };
  await write();
  await choose(picture);
  await button(/^Отправить/).click();
  await tile('остаток.png').getByRole('alert').waitFor();
  expect(posted()).toBe(0);

  host.fileRefusal = { code: 'attachment.type_refused' };
  await tile('остаток.png').getByRole('button', { name: 'Повторить' }).click();
  await tile('остаток.png').getByText('Такие файлы не принимаем').waitFor();
  expect(await tile('остаток.png').getByRole('button', { name: 'Повторить' }).count()).toBe(0);
  host.fileRefusal = undefined;
  await button('Убрать «остаток.png»').click();
  await choose(picture);
  await button(/^Отправить/).click();
  await arrived();
  expect(host.files).toHaveLength(1);
});

test('a file that changes on the disk after it was chosen goes as it was chosen; one that cannot be read says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chosen-'));
  try {
    const log = join(folder, 'app.log.txt');
    await writeFile(log, 'before\n');
    await write();
    await tab.locator('rg-attachments input[type=file][multiple]').setInputFiles(log);
    await tab.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
    await appendFile(log, 'after\n');
    // browsers tell a change by the file's time
    await utimes(log, 0, 0);
    await tab.evaluate(() => {
      const unreadable = new File(['x'], 'занят.pdf', { type: 'application/pdf' });
      unreadable.arrayBuffer = async () => {
        throw new DOMException('', 'NotReadableError');
      };
      const clipboardData = new DataTransfer();
      Object.defineProperty(clipboardData, 'files', { value: [unreadable] });
      const dialog = document
        .querySelector('reglament-widget')
        ?.shadowRoot?.querySelector('dialog');
      dialog?.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    });
    await tile('«занят.pdf» не читается').waitFor();
    await button(/^Отправить/).click();
    await arrived();

    expect(host.files.map(({ bytes }) => bytes.toString())).toEqual(['before\n']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that waits for the connection goes on at once on request', async () => {
  // no pause ends by itself
  await tab.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms?: number) =>
      ms === 1000 || ms === 2000 ? 0 : later(run, ms)) as typeof setTimeout;
  });
  await write();
  await choose(picture);
  await tab.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
  host.behaviour = 'away';
  await button(/^Отправить/).click();
  await tile('Пауза: нет связи').waitFor();
  host.behaviour = 'answers';
  await tile('Пауза: нет связи').getByRole('button', { name: 'Повторить' }).click();

  await arrived();
  expect(host.files).toHaveLength(1);
});

/** The conversation about a request that was sent just now. */
async function openThread() {
  await write();
  await button(/^Отправить/).click();
  await arrived();
  await button('Дописать').click();
  await reply().waitFor();
}
const reply = () => tab.getByRole('textbox', { name: 'Ваш ответ' });
const answers = () => tab.locator('rg-thread article').filter({ hasText: 'Вот снимок' });

test('a reply waits for its file as well, and goes by the keys', async () => {
  await slowPictures();
  await openThread();
  await reply().fill('Вот снимок');
  await choose(picture);
  await tile('остаток.png').getByText('Готовим').waitFor();
  await reply().press('Control+Enter');
  await button('Отправляем…').waitFor();
  expect(host.asked.filter((one) => one.endsWith('/messages'))).toEqual([]);
  await release();
  await answers().waitFor();

  expect(host.files.map(({ bytes }) => bytes)).toEqual([tinyPng]);
  expect(host.tickets[0]?.messages).toHaveLength(2);
});

test('a reply and its file are kept while they are written, and go by themselves once there is a way', async () => {
  await openThread();
  await reply().fill('Вот снимок');
  await choose(picture);
  await tab.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
  await reloadUntouched(tab);
  await expect.poll(() => reply().inputValue()).toBe('Вот снимок');
  await tile('остаток.png').waitFor();
  host.behaviour = 'away';
  await button(/^Ответить/).click();
  await tab.getByText('Ответ сохранён в этом браузере').waitFor();
  await tab.goto('about:blank');
  host.behaviour = 'answers';
  // nobody looks at the conversation there
  const other = await person.newPage();
  await other.goto(host.pageUrl);

  await expect.poll(() => host.tickets[0]?.messages.length).toBe(2);
  expect(host.files).toHaveLength(1);
  await expect
    .poll(() => other.evaluate(() => Object.keys(localStorage)))
    .not.toContain('reglament:sample:sending');
});

test('a received file that comes slowly comes; one that does not come says so where it was pressed', async () => {
  // limits of time end when the test says so
  await tab.addInitScript(() => {
    const limits: (readonly [number, AbortController])[] = [];
    AbortSignal.timeout = (ms) => {
      const limit = new AbortController();
      limits.push([ms, limit]);
      return limit.signal;
    };
    Object.assign(window, {
      pass: (ms: number) => limits.forEach(([most, limit]) => most <= ms && limit.abort()),
    });
  });
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let loses = false;
  await tab.route('**/v1/attachments/**', async (route) => {
    if (loses) return route.abort();
    await held;
    return route.continue().catch(() => undefined);
  });
  await write();
  await choose(picture);
  const asked = tab.waitForRequest('**/v1/attachments/**');
  await button(/^Отправить/).click();
  await arrived();
  await button('Дописать').click();
  await asked;
  await tab.evaluate(() => (window as unknown as { pass(ms: number): void }).pass(60_000));
  release();
  await tab.locator('rg-file rg-picture').waitFor();

  loses = true;
  await reloadUntouched(tab);
  const file = tab.locator('rg-file');
  const save = file.getByTitle('Сохранить «page.png»');
  await save.click();
  await file.getByText('Файл не загрузился. Нажмите ещё раз').waitFor();
  loses = false;
  const saved = tab.waitForEvent('download');
  await save.click();
  await saved;
  await expect.poll(() => file.evaluate((one) => one.matches(':focus'))).toBe(true);
});
