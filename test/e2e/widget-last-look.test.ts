import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { noisyPicture } from '#test/support/editor-page.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const page = `<!doctype html><html lang="ru"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Оплаты</title><main><h1>Оплаты</h1></main>
  <script>window.reglament = function () { (reglament.q = reglament.q || []).push(arguments); };
  reglament('context', { branch: 'Центр', role: 'Касса' });</script>
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
  tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт\nи нажал «Обновить»');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  await tab.getByRole('textbox', { name: 'Шаг 1' }).fill('Отчёты → Оплаты');
  await tab.locator('rg-attachments input[type=file][multiple]').setInputFiles([
    { name: 'page.png', mimeType: 'image/png', buffer: noisyPicture(40, 30) },
    { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('строка') },
  ]);
  await tab.getByRole('button', { name: 'Проверить' }).click();
  await tab.locator('rg-last-look [data-item="answers.did"]').waitFor();
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

/** What is shown, by its place in what is sent. */
const shown = () =>
  tab
    .locator('rg-last-look [data-item]')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.getAttribute('data-item'),
          row.querySelector('.lines, span:not(.note)')?.textContent ?? '',
        ]),
      ),
    );
async function sent() {
  await tab.getByRole('button', { name: /^Отправить/ }).click();
  await tab.locator('rg-receipt').waitFor();
  return host.bodies[0] as {
    category: string;
    answers: Record<string, string | string[]>;
    context: Record<string, unknown> & { extra?: Record<string, string> };
    articles: unknown[];
    attachments: string[];
    locale: string;
  };
}
const remove = (item: string) =>
  tab.locator(`rg-last-look [data-item="${item}"]`).getByRole('button', { name: /^Не отправлять/ });

/** Values as a row shows them, out of the body that the server got. */
function rowsOf({ answers, context, category, locale }: Awaited<ReturnType<typeof sent>>) {
  const { extra = {}, viewport, ...plain } = context;
  const window = viewport as { width: number; height: number; pixelRatio: number } | undefined;
  const said = Object.entries(answers).map(([id, value]) => [
    `answers.${id}`,
    typeof value === 'string' ? value : value.map((line, at) => `${at + 1}. ${line}`).join('\n'),
  ]);
  return {
    category: category === 'bug' ? 'Ошибка' : category,
    locale: locale === 'ru' ? 'русский' : locale,
    ...Object.fromEntries(said),
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [`context.${name}`, value])),
    ...(window && {
      'context.viewport': `${window.width} × ${window.height}, ×${window.pixelRatio}`,
    }),
    ...Object.fromEntries(
      Object.entries(extra).map(([name, value]) => [`context.extra.${name}`, value]),
    ),
  };
}

test('what is shown is what the server gets, field by field and file by file, and nothing else', async () => {
  const { person, ...rows } = await shown();
  const files = Object.keys(rows).filter((id) => id.startsWith('files.'));
  const body = await sent();

  expect(Object.fromEntries(Object.entries(rows).filter(([id]) => !files.includes(id)))).toEqual(
    rowsOf(body),
  );
  expect(files).toEqual(['files.page.png', 'files.log.txt']);
  expect(body.attachments).toHaveLength(2);
  expect(person).toBe('Номер этого браузера');
  expect(body.articles).toEqual([]);
});

test('each thing can be taken out, comes back on request, and what is missing then is said with its clause', async () => {
  for (const item of ['context.page', 'context.extra.role', 'answers.steps', 'files.log.txt'])
    await remove(item).click();
  await tab.getByText('Не отправим: 2 сведения').waitFor();
  expect(await remove('answers.did').count()).toBe(0);
  await tab
    .locator('rg-last-look [data-item="answers.did"]')
    .getByRole('button', { name: 'п. 3.1' })
    .waitFor();

  await tab.getByLabel('Что ожидали').fill('');
  await tab.locator('rg-last-look').getByText('Напишите, что ожидали').waitFor();
  expect(Object.keys(await shown())).not.toContain('answers.expected');
  await tab.getByLabel('Что ожидали').fill('450 000');
  const body = await sent();
  expect(body.context).not.toHaveProperty('page');
  expect(body.context.extra).toEqual({ branch: 'Центр' });
  expect(body.answers).not.toHaveProperty('steps');
  expect(host.files.map(({ type }) => type)).toEqual(['image/png']);
});

test('what was taken out goes again when it is brought back', async () => {
  await remove('context.page').click();
  await tab.getByText('Не отправим: 1 сведение').waitFor();
  await tab.locator('rg-last-look').getByRole('button', { name: 'Вернуть' }).click();

  expect((await sent()).context).toHaveProperty('page');
});

test('a picture is seen large on request; the list is clean for axe and fits a phone', async () => {
  const preview = tab.getByRole('button', { name: 'Показать крупно: page.png' });
  const width = async () => (await preview.boundingBox())?.width ?? 0;
  const small = await width();
  await preview.click();

  await expect.poll(width).toBeGreaterThan(small * 2);
  expect(await axeComplaints(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
});
