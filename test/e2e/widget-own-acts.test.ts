import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logReceipt } from '#shared/wire/ticket.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { fillRequest, openHostPage } from '#test/support/journey.ts';
import { ownThread } from '#test/support/own-thread.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  // the browser goes by its own clock
  row = await rowDesk(new Date().toISOString());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

/** The thread of a ticket, as the person sees it who opened it. */
const threadOf = (opened: OpenedTicket, options?: BrowserContextOptions) =>
  ownThread(browser, row, opened, options);

const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];

test('S3.6.1.2: an appeal names who answers it and its clause, is asked for twice, and goes by keyboard alone', async () => {
  const opened = await row.open('technokad');
  const page = await threadOf(opened);
  const appeal = page.getByRole('button', { name: 'Обжаловать' });
  await appeal.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Обжаловать' });
  await form.getByText(/Отвечает: Руководитель отдела поддержки/).waitFor();
  await form.getByRole('button', { name: 'п. 6' }).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await page.keyboard.type('Закрыли слишком рано');
  await page.keyboard.press('Escape');
  await expect.poll(() => appeal.evaluate((button) => button.matches(':focus'))).toBe(true);
  expect((await row.ticket(opened)).life.appeal).toBeNull();
  await page.keyboard.press('Enter');
  const words = form.getByLabel('С чем вы не согласны');
  await expect.poll(() => words.evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('rg-thread article').getByText('Закрыли слишком рано').waitFor();
  await page.getByRole('status').getByText('Жалоба отправлена').waitFor({ state: 'attached' });

  expect((await row.ticket(opened)).life.appeal).toMatchObject({ clause: '6' });
  expect(await appeal.count()).toBe(0);
});

test('Ctrl and Enter send what they are pressed in, and no reply that waits out of sight', async () => {
  const opened = await row.open('technokad');
  const page = await threadOf(opened);
  await page.getByLabel('Ваш ответ').fill('Ещё не дописано');
  await page.getByRole('button', { name: 'Обжаловать' }).click();
  const words = page.getByRole('form', { name: 'Обжаловать' }).getByLabel('С чем вы не согласны');
  await words.press('Control+Enter');
  await words.fill('Закрыли слишком рано');
  await words.press('Control+Enter');
  await page.locator('rg-thread article').getByText('Закрыли слишком рано').waitFor();

  expect(await page.getByLabel('Ваш ответ').inputValue()).toBe('Ещё не дописано');
  expect(await page.locator('rg-thread article').getByText('Ещё не дописано').count()).toBe(0);
  await page.context().close();
});

test('of two things that an agent asks to be let into each has a field of its own', async () => {
  const opened = await row.open('technokad');
  const given: string[] = [];
  const page = await threadOf(opened, { serviceWorkers: 'block' });
  const asked = (id: string, scope: string) => ({
    id,
    kind: 'admin_access',
    scope,
    label: null,
    days: 3,
    state: 'asked',
    askedAt: new Date().toISOString(),
    givenAt: null,
    expiresAt: null,
    revokedAt: null,
  });
  await page.route('**/access-grants?*', (route) => {
    const body = route.request().postData();
    if (body) given.push(body);
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { grants: [asked('portal', 'portal'), asked('operator', 'operator')] },
    });
  });
  await page.getByRole('button', { name: 'К списку' }).click();
  await page.locator('rg-list button.row').first().click();
  const fields = page.locator('rg-access input');
  await fields.first().fill('для портала');

  expect(await fields.nth(1).inputValue()).toBe('');
  await fields.nth(1).fill('для оператора');
  await page
    .locator('rg-access form')
    .first()
    .getByRole('button', { name: /Передать|Дать/ })
    .click();
  await expect
    .poll(() => given.map((body) => JSON.parse(body)))
    .toEqual([{ grant: 'portal', secret: 'для портала' }]);
  await expect.poll(() => fields.first().inputValue()).toBe('');
  expect(await fields.nth(1).inputValue()).toBe('для оператора');
  await page.context().close();
});

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('a request is withdrawn once it was asked again: %d px, %s', async (width, scheme) => {
  const opened = await row.open('technokad');
  const page = await threadOf(opened, { viewport: { width, height: 740 }, colorScheme: scheme });
  await page.getByRole('button', { name: 'Отозвать обращение' }).click();
  const form = page.getByRole('form', { name: 'Отозвать обращение' });
  await form.getByText('Обращение закроется, работа по нему остановится').waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Отозвать обращение' }).click();
  await page.locator('rg-status').filter({ hasText: 'Закрыто' }).waitFor();

  expect((await row.ticket(opened)).life.ending).toMatchObject({ outcome: 'withdrawn' });
  expect(await clean(page)).toEqual([[], 0]);
});

test('S0.12.2 WID: a “no” to the question how it went opens the same ticket again', async () => {
  const opened = await row.open('modme');
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const page = await threadOf(opened, { viewport: { width: 360, height: 740 } });
  const solved = page.getByRole('group', { name: 'Всё решено?' });
  await solved.waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await solved.getByRole('button', { name: 'Нет, не решено' }).click();
  const form = page.getByRole('form', { name: 'Нет, не решено' });
  await form.getByRole('button', { name: 'п. 12' }).waitFor();
  expect((await row.ticket(opened)).status).toBe('resolved');
  await form.getByRole('button', { name: 'Нет, не решено' }).click();
  await page.locator('rg-status').filter({ hasText: 'Решено' }).waitFor({ state: 'detached' });

  expect((await row.ticket(opened)).life.ending).toBeNull();
  expect(await solved.count()).toBe(0);
});

test('where the regulation asks for a mark alone, nobody is asked whether it is solved', async () => {
  const opened = await row.open('technokad');
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const page = await threadOf(opened, { viewport: { width: 360, height: 740 } });
  const offer = page.getByRole('button', { name: 'Оценить решение' });
  await offer.click();
  expect(await page.getByText('Всё решено?').count()).toBe(0);
  const form = page.getByRole('form', { name: 'Оценить решение' });
  await form.getByRole('button', { name: 'п. 6' }).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  const send = form.getByRole('button', { name: 'Оценить решение' });
  await send.click();
  // without a mark there is nothing to send
  expect((await row.ticket(opened)).life.followUp).toBe('due');
  await form.getByLabel('4').check();
  await send.click();
  await page.getByRole('status').getByText('Оценка записана').waitFor({ state: 'attached' });

  const { life } = await row.ticket(opened);
  expect(life.ending).toMatchObject({ outcome: 'solved' });
  expect(life.followUp).toBe('done');
  expect(await offer.count()).toBe(0);
});

test('the thread says until when one hears again after a handing over, with the clause, and which release it waits for', async () => {
  const handed = await row.open('modme');
  await row.done(handed, {
    act: 'escalate',
    to: row.packOf('modme').escalation!.targets[0]!.id,
    reason: 'Журналы',
    eta: '2030-01-15T09:00:00.000Z',
    nextUpdateBy: '2030-01-10T09:00:00.000Z',
    text: 'Передали.',
  });
  const page = await threadOf(handed, { viewport: { width: 360, height: 740 } });
  const told = page.locator('rg-told');
  await told.getByText(/Передано специалистам. Напишем вам до/).waitFor();
  await told.getByRole('button', { name: 'п. 11' }).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await row.done(handed, { act: 'return' });
  await row.done(handed, {
    act: 'plan_release',
    on: '2030-02-01',
    version: '4.19',
    text: 'Исправим в 4.19.',
  });
  await told.getByText('Войдёт в выпуск 01.02.2030, версия 4.19').waitFor();

  expect(await told.getByText('Передано специалистам').count()).toBe(0);
});

test('the signed receipt is saved as a file after sending and later from the thread', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const place = { page: 'portal', vendor: 'technokad', person: 'irina' } as const;
  const { page } = await openHostPage(context, row.server, place);
  await fillRequest(page, { 'Что получили': 'Отчёт не строится' });
  await page.getByRole('button', { name: /^Отправить/ }).click();
  const saved = async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Сохранить расписку' }).press('Enter');
    const file = await coming;
    return {
      name: file.suggestedFilename(),
      receipt: JSON.parse(await readFile(await file.path(), 'utf8')) as unknown,
    };
  };
  const first = await saved();
  expect(await clean(page)).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Дописать' }).click();
  await page.locator('rg-thread article').waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  const again = await saved();

  expect(first.name).toMatch(/^TKD-\d+\.receipt\.json$/);
  expect(logReceipt.strict().safeParse(first.receipt).success).toBe(true);
  expect(again).toEqual(first);
  await page.route('**/receipt', (route) => route.abort());
  await page.getByRole('button', { name: 'Сохранить расписку' }).click();
  await page.getByText('Расписка не загрузилась').waitFor();
  expect(await clean(page)).toEqual([[], 0]);
});
