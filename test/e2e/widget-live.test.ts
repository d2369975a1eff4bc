import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TicketList } from '#shared/wire/ticket.ts';
import { deskApi } from '#test/support/api.ts';
import { fillRequest, openHostPage, send } from '#test/support/journey.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let stage: Stage;
let desk: Awaited<ReturnType<typeof deskApi>>;
let person: BrowserContext;
let asked: string[];
beforeAll(async () => {
  stage = await setStage();
  desk = await deskApi(stage.server);
});
afterAll(() => stage.strike());
beforeEach(async () => {
  person = await stage.person();
  asked = [];
  person.on('request', (request) => {
    if (request.method() === 'GET') asked.push(new URL(request.url()).pathname);
  });
});
afterEach(() => person.close());

const open = async (): Promise<Page> =>
  (await openHostPage(person, stage.server, { page: 'crm', vendor: 'modme' })).page;
const launcher = (page: Page, unread = '') =>
  page.getByRole('button', { name: `Поддержка${unread}`, exact: true });
const timesAsked = (path: string) => asked.filter((one) => one === path).length;

/** A sent request, the panel closed. @returns the ticket's id */
async function sent(page: Page): Promise<string> {
  await fillRequest(page, {
    'Что делали': 'Открыл отчёт',
    'Что ожидали': '450 000',
    'Что получили': '0',
  });
  const number = await send(page);
  await page.keyboard.press('Escape');
  const { rows } = await desk.queue('modme');
  return rows.find((row) => row.number === number)!.id;
}
const answer = (id: string, text: string) =>
  desk.post('modme', `/tickets/${id}/messages`, { kind: 'reply', text });

test('an answer is marked on the launcher of every page of the person, until one has read it', async () => {
  const first = await open();
  const id = await sent(first);
  await expect.poll(() => timesAsked('/v1/changes')).toBe(1);
  await answer(id, 'Снимите фильтр.');
  await launcher(first, ' 1').waitFor();

  const second = await open();
  await launcher(second, ' 1').click();
  await second
    .getByRole('button', { name: /^Мои|^Обращения|Мои обращения/ })
    .first()
    .click();
  await second.locator('rg-list .unread').click();
  await second.getByText('Снимите фильтр.').waitFor();
  await second.keyboard.press('Escape');

  await launcher(second).waitFor();
  await launcher(first).waitFor();
  // one line serves both pages, and goes on in the other when its page is closed
  expect(timesAsked('/v1/changes')).toBe(1);
  await first.close();
  await expect.poll(() => timesAsked('/v1/changes')).toBe(2);
  await answer(id, 'Помогло?');
  await launcher(second, ' 1').waitFor();
});

test('a conversation that did not come is asked for again, also where answers are heard', async () => {
  const page = await open();
  const id = await sent(page);
  await expect.poll(() => timesAsked('/v1/changes')).toBe(1);
  await page.route(
    (url) => url.pathname === `/v1/tickets/${id}`,
    (route) => route.abort(),
    { times: 1 },
  );
  await page.getByRole('button', { name: /^Поддержка/ }).click();
  await page.getByRole('button', { name: 'Дописать' }).click();
  await page.getByText('Переписка не загрузилась').waitFor();

  await page.locator('rg-thread').getByText('Открыл отчёт').first().waitFor();
});

test('an open thread shows an answer that nobody asked for', async () => {
  // no look is due: without the line nothing would come
  await person.addInitScript(() => {
    window.setInterval = (() => 0) as never;
  });
  const page = await open();
  const id = await sent(page);
  await page.getByRole('button', { name: /^Поддержка/ }).click();
  await page.getByRole('button', { name: 'Все обращения' }).click();
  await page.locator('rg-list button.row').first().click();
  await page.locator('rg-thread').getByText('Открыл отчёт').first().waitFor();
  await expect.poll(() => timesAsked('/v1/changes')).toBe(1);
  await answer(id, 'Смотрим отчёт.');

  await page.locator('rg-thread').getByText('Смотрим отчёт.').waitFor();
});

test('where nothing can be heard the page asks, not while nobody sees it, and at once when they do', async () => {
  await person.route('**/v1/changes', (route) => route.fulfill({ status: 429, body: '{}' }));
  await person.clock.install();
  const page = await open();
  const id = await sent(page);
  await expect.poll(() => timesAsked('/v1/changes')).toBe(1);
  await answer(id, 'Снимите фильтр.');
  // the page may not have set its next look yet
  await expect
    .poll(async () => {
      await page.clock.fastForward(20_000);
      return launcher(page, ' 1').isVisible();
    })
    .toBe(true);

  const seen = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await seen(true);
  const before = timesAsked('/v1/tickets');
  for (let minute = 0; minute < 10; minute += 1) await page.clock.fastForward(60_000);
  const hidden = timesAsked('/v1/tickets') - before;
  const list = page.waitForResponse((response) => response.url().endsWith('/v1/tickets'));
  await seen(false);

  expect(hidden).toBe(0);
  expect(((await (await list).json()) as TicketList).tickets[0]?.unread).toBe(true);
});

test('for the mark a page fetches no panel; the page hears of answers too, and the panel takes over', async () => {
  const first = await open();
  const id = await sent(first);
  await first.close();
  await answer(id, 'Снимите фильтр.');
  const scripts: string[] = [];
  person.on('request', (request) => {
    const [, name] = /\/(widget\.js|widget\/c\/[\w-]+)/.exec(request.url()) ?? [];
    if (name) scripts.push(name.replace(/-[\w-]{6}$/, ''));
  });
  await person.addInitScript(() => {
    const counts: number[] = [];
    const hear = ({ count }: { count: number }) => counts.push(count);
    const reglament = (...call: unknown[]) => (reglament.q = reglament.q ?? []).push(call);
    reglament.q = [['on', 'unread', hear]] as unknown[][];
    Object.assign(window, { counts, reglament });
  });
  const page = await open();
  const counts = () => page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  await expect.poll(async () => (await counts()).length).toBe(1);
  const [unread = 0] = await counts();
  await launcher(page, ` ${unread}`).waitFor();

  expect(unread).toBeGreaterThan(0);
  expect(scripts).toEqual(['widget.js', 'widget/c/unread-mark']);

  await launcher(page, ` ${unread}`).click();
  await page.getByRole('button', { name: /^Мои/ }).first().click();
  await page.locator('rg-list .unread').first().click();
  await page.locator('rg-thread').getByText('Открыл отчёт').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await counts()).at(-1)).toBe(unread - 1);
  await launcher(page, unread > 1 ? ` ${unread - 1}` : '').waitFor();
  await answer(id, 'Помогло?');
  await launcher(page, ` ${unread}`).waitFor();
});

test('an answer that came while the receipt stands there is one press away from it', async () => {
  const page = await open();
  const id = await sent(page);
  await answer(id, 'Снимите и этот фильтр.');
  await page.getByRole('button', { name: /^Поддержка \d/ }).click();
  await page.locator('rg-receipt').waitFor();
  await page.getByRole('button', { name: /^Мои/ }).click();
  await page.locator('rg-list .unread').first().click();

  await page.locator('rg-thread').getByText('Снимите и этот фильтр.').waitFor();
});
