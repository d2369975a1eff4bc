import { sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowUpList } from '#shared/wire/after-resolution.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

async function deskOf(
  vendor: string,
  look: { width?: number; dark?: boolean } = {},
): Promise<Page> {
  const desk = await browser.newPage({
    viewport: { width: look.width ?? 1280, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    bypassCSP: true,
  });
  await desk.goto(`${row.server.url}/desk#token=${await row.server.signInToken()}`);
  await desk.getByRole('combobox', { name: 'Вендор' }).waitFor();
  await desk.goto(`${row.server.url}/desk#/${vendor}`);
  return desk;
}

/** A solved ticket whose requester answered no letter: a person owes them a contact. */
async function unanswered(): Promise<OpenedTicket> {
  const opened = await row.open('modme');
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  for (const state of ['due', 'asked']) {
    const list = (await (await row.get('modme', '/follow-ups')).json()) as FollowUpList;
    const { nextAt } = list.rows.find((one) => one.ticket.id === opened.id && one.state === state)!;
    await row.at(nextAt!);
    await fireDue(row.server);
  }
  return opened;
}

test('S0.12.1 DSK: who has to be contacted stands in a view of their own until an agent has done it, by keyboard', async () => {
  const first = await unanswered();
  const second = await unanswered();
  const desk = await deskOf('modme');
  const tab = desk.getByRole('tab', { name: /^Связаться/ });
  await tab.click();
  const finish = desk.getByRole('button', { name: /С заявителем связались$/ });
  await expect.poll(() => finish.count()).toBe(2);
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await finish.first().focus();
  await desk.keyboard.press('Enter');
  await desk.getByText(`${first.receipt.number}: контакт записан`).waitFor({ state: 'attached' });
  await expect.poll(() => finish.count()).toBe(1);
  await desk.keyboard.press('Enter');
  await desk.getByText('Связываться ни с кем не нужно').waitFor();

  expect((await row.ticket(first)).life.followUp).toBe('done');
  expect((await row.ticket(second)).life.followUp).toBe('done');
  expect(await tab.getAttribute('aria-selected')).toBe('true');
  await desk.close();
});

test('S3.6.1.2 DSK: an appeal stands before whoever hears it, and leaves when it has been answered', async () => {
  const opened = await row.open('technokad');
  await row.done(opened, { act: 'resolve', text: 'Готово' });
  const desk = await deskOf('technokad', { width: 360, dark: true });
  await desk.goto(`${row.server.url}/desk#/technokad/${opened.id}`);
  const chooseAppeal = async () => {
    await desk.getByRole('button', { name: 'Ещё' }).click();
    await desk.getByRole('menuitem', { name: 'Записать жалобу' }).click();
  };
  await chooseAppeal();
  const recording = desk.getByRole('dialog', { name: 'Записать жалобу' });
  await recording.getByText(/Отвечает: .+ Жалоба встанет в «Жалобы», заявителю/).waitFor();
  await recording.getByRole('button', { name: 'п. 6' }).waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await desk.keyboard.press('Escape');
  expect((await row.ticket(opened)).life.appeal).toBeNull();
  await chooseAppeal();
  await desk.keyboard.type('Не согласны');
  await recording.getByRole('button', { name: 'Записать жалобу' }).click();
  await desk.getByText('Не согласны').waitFor();
  await desk.getByRole('link', { name: 'К очереди' }).click();
  await desk.getByRole('tab', { name: /^Жалобы 1/ }).click();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await desk.getByRole('link', { name: new RegExp(`^${opened.receipt.number}`) }).click();
  await desk.getByRole('button', { name: 'Ответить на жалобу' }).click();
  const form = desk.getByRole('dialog', { name: 'Ответить на жалобу' });
  await form.getByLabel('Текст заявителю').fill('Пересмотрели, вы правы.');
  await form.getByRole('button', { name: 'Ответить на жалобу' }).click();
  await desk.getByText('Пересмотрели, вы правы.').waitFor();
  await desk.getByRole('link', { name: 'К очереди' }).click();

  await expect
    .poll(() => desk.getByRole('tab', { name: /^Жалобы/ }).textContent())
    .not.toMatch(/1/);
  await desk.close();
});

test.each([1280, 360])(
  'more people to be contacted than one page are read on by scrolling and by keyboard: at %d px',
  async (width) => {
    const opened = await row.open('modme');
    await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
    await row.server.deps.db.execute(sql`
      insert into tickets select (json_populate_record(t, json_build_object('id', t.id || '_' || at,
        'number', 100000 + ${width}::int * 1000 + at, 'follow_up', 'person', 'bridge_code', null))).*
      from tickets t, generate_series(1, 120) at
      where t.tenant_id = 'modme' and t.id = ${opened.id}`);
    const desk = await deskOf('modme', { width, dark: width === 360 });
    await desk.getByRole('tab', { name: /^Связаться 50\+/ }).click();
    const finish = desk.getByRole('button', { name: /С заявителем связались$/ });
    await expect.poll(() => finish.count()).toBe(50);
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Показать ещё' }).press('Enter');
    await expect.poll(() => finish.count()).toBe(100);
    await desk.getByRole('button', { name: 'Показать ещё' }).scrollIntoViewIfNeeded();
    await expect.poll(() => finish.count()).toBe(120);

    await desk.getByRole('tab', { name: /^Связаться 120$/ }).waitFor();
    await row.server.deps.db.execute(sql`
      update tickets set follow_up = 'done' where tenant_id = 'modme' and number >= 100000`);
    await desk.close();
  },
);

test('S2.2.1.3 DSK: whoever is on call is called above everything else, and takes it with one press', async () => {
  const at = row.clock.now();
  await row.post('moidokumenty', '/on-call', {
    agent: 'demo',
    from: new Date(at - 3_600_000).toISOString(),
    until: new Date(at + 86_400_000).toISOString(),
  });
  const opened = await row.open('moidokumenty');
  await row.open('moidokumenty');
  const desk = await deskOf('moidokumenty');
  await desk.getByRole('link', { name: new RegExp(`^${opened.receipt.number}`) }).waitFor();
  await row.done(opened, { act: 'set_severity', severity: 'critical' });
  const call = desk
    .getByRole('alert')
    .getByText(`Вас вызывают: ${opened.receipt.number}, критичное`);
  await call.waitFor();
  await desk.getByText(/^Взять, /).waitFor();
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Беру' }).click();
  await desk
    .getByRole('region', { name: 'История обращения' })
    .getByText(/^Взято в работу/)
    .waitFor();

  await expect.poll(() => call.count()).toBe(0);
  expect((await row.ticket(opened)).life.onCall).toBeNull();
  await desk.close();
});

test.each([1280, 360])(
  'many views stand on one line, the rest in a list at its end, by keyboard too: at %d px',
  async (width) => {
    const answered = await row.open('technokad');
    await row.answer(answered, { kind: 'question', text: 'Какая версия?' });
    const handed = await row.open('technokad');
    await row.done(handed, { act: 'resolve', text: 'Готово' });
    await row.done(handed, { act: 'appeal' });
    const terms = { reason: 'Журналы', eta: '2026-12-15T09:00:00.000Z', text: 'Передали.' };
    await row.done(await row.open('technokad'), { act: 'escalate', to: 'development', ...terms });
    const desk = await deskOf('technokad', { width, dark: width === 360 });
    await desk.getByRole('tab', { name: /^Жалобы/ }).waitFor();
    const views = desk.locator('desk-views');
    const fold = views.getByRole('combobox', { name: 'Другие виды очереди' });
    expect((await views.boundingBox())!.height).toBeLessThan(52);
    await fold.focus();
    await fold.selectOption('resolved');
    await desk.getByRole('tabpanel', { name: 'Решено' }).waitFor();
    await desk.getByRole('link', { name: new RegExp(`^${handed.receipt.number}`) }).waitFor();
    expect((await views.boundingBox())!.height).toBeLessThan(52);
    expect(await fold.inputValue()).toBe('resolved');
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    await desk.keyboard.press('Shift+Tab');
    await desk.keyboard.press('ArrowRight');
    await desk.getByRole('tabpanel', { name: 'Жалобы' }).waitFor();

    expect(await fold.inputValue()).toBe('');
    await desk.close();
  },
);

test('S0.9.1 DSK: rows whose clocks are late say so in words, not by colour alone', async () => {
  const opened = await row.open('modme');
  const { clock } = await row.ticket(opened);
  await row.at(new Date(Date.parse(clock.dueAt!) + 3_600_000).toISOString());
  const desk = await deskOf('modme', { dark: true });
  const line = desk.getByRole('link', { name: new RegExp(`^${opened.receipt.number}`) });
  await line.getByText('Срок прошёл').waitFor();

  expect(await axeComplaints(desk)).toEqual([]);
  await desk.close();
});
