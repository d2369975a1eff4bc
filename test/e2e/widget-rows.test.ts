import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessGrantView, RevealedAccess } from '#shared/wire/access.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { enterContract } from '#test/support/contracts.ts';
import { send } from '#test/support/journey.ts';
import { ownPanel, ownThread } from '#test/support/own-thread.ts';
import { shownText } from '#test/support/shown-text.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  // the browser goes by its own clock
  row = await rowDesk(new Date().toISOString());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await row?.close();
});

const phone = { viewport: { width: 360, height: 740 } };
const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];

test('S3.6.1.1 WID: a complete request that was closed too early is opened again by a button, with the clause', async () => {
  const opened = await row.open('technokad', 'error', { answers: { files: 'Секретный проект' } });
  await row.answer(opened, { kind: 'reply', text: 'Передали', resolve: true });
  const page = await ownThread(browser, row, opened);
  await page.getByRole('button', { name: 'Открыть снова' }).press('Enter');
  const form = page.getByRole('form', { name: 'Открыть снова' });
  await form.getByRole('button', { name: 'п. 6' }).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Открыть снова' }).click();
  await page
    .locator('rg-status')
    .filter({ hasText: /Решено|Закрыто/ })
    .waitFor({ state: 'detached' });

  const { life, status } = await row.ticket(opened);
  expect([life.ending, status]).toEqual([null, expect.not.stringMatching(/resolved|closed/)]);
  expect(await page.getByRole('button', { name: 'Открыть снова' }).count()).toBe(0);
  await page.context().close();
});

test('S3.6.1.1 WID: an incomplete one is asked for what it lacks, by its clauses, and opens once that is there', async () => {
  const opened = await row.open('technokad', 'error', { answers: { did: null } });
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const page = await ownThread(browser, row, opened, phone);
  expect(await page.getByRole('button', { name: 'Открыть снова', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Дополнить и открыть снова' }).press('Enter');
  const form = page.getByRole('form', { name: 'Дополнить и открыть снова' });
  await form.getByLabel(/Что делали/).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Дополнить и открыть снова' }).click();
  await form
    .getByText(/п. 3.4/)
    .first()
    .waitFor();
  expect((await row.ticket(opened)).life.ending).not.toBeNull();
  await form.getByLabel(/Что делали/).fill('Открыл план и нажал «Проверить»');
  await page
    .locator('rg-reopening rg-attachments input[type=file][multiple]')
    .setInputFiles({ name: 'протокол.txt', mimeType: 'text/plain', buffer: Buffer.from('4012') });
  await form.locator('rg-tile').waitFor();
  await form.getByRole('button', { name: 'Дополнить и открыть снова' }).click();
  await page.locator('rg-status').filter({ hasText: 'Решено' }).waitFor({ state: 'detached' });

  const { life, messages } = await row.ticket(opened);
  expect(life.ending).toBeNull();
  expect(messages.at(-1)).toMatchObject({
    text: expect.stringContaining('Открыл план и нажал «Проверить»'),
    attachments: [{ name: 'протокол.txt' }],
  });
  await page.context().close();
});

test('S0.12.3 WID: how it went is told in marks and words, once, and reaches the desk', async () => {
  const opened = await row.open('modme');
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const page = await ownThread(browser, row, opened, phone);
  await page.getByRole('button', { name: 'Да, решено' }).press('Enter');
  const form = page.getByRole('form', { name: 'Да, решено' });
  await form.getByRole('radio', { name: '4', exact: true }).check();
  await form.getByLabel(/Что нам стоит знать/).fill('Быстро и понятно');
  expect(await clean(page)).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Да, решено' }).click();
  await page.getByRole('status').getByText('Записали: решено').waitFor({ state: 'attached' });

  const [told] = await row.logged(opened, 'follow_up_answered');
  expect(told?.params).toMatchObject({ solved: true, score: 4 });
  expect((await row.ticket(opened)).messages.at(-1)).toMatchObject({ text: 'Быстро и понятно' });
  expect(await page.getByRole('group', { name: 'Всё решено?' }).count()).toBe(0);
  await page.context().close();
});

test('S1.3.1.10 WID: access that an agent asks for is given in a field of its own, ends at a time that is said, and is taken back', async () => {
  const opened = await row.open('didox24', 'error', { answers: { connection: null } });
  const asked = (await (
    await row.post('didox24', `/tickets/${opened.id}/access-requests`, { scope: 'portal', days: 3 })
  ).json()) as AccessGrantView;
  const page = await ownThread(browser, row, opened, phone);
  const form = page.getByRole('form', { name: 'Доступ к порталу' });
  await form.getByRole('button', { name: 'п. 3.1' }).waitFor();
  const field = form.getByLabel('Адрес, логин и пароль');
  expect(await field.getAttribute('type')).toBe('password');
  expect(await clean(page)).toEqual([[], 0]);
  await field.fill('https://namuna.example admin / s3cret-4711');
  await form.getByRole('button', { name: 'Дать доступ' }).click();
  await page.getByText(/Дан, закончится/).waitFor();
  expect(await form.count()).toBe(0);
  const reveal = () =>
    row.post('didox24', `/tickets/${opened.id}/access-grants/${asked.id}/reveal`, {});
  const seen = (await (await reveal()).json()) as RevealedAccess;
  expect(seen.secret).toContain('s3cret-4711');
  expect(await shownText(page.locator('reglament-widget'))).not.toContain('4711');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('4711');
  await page.getByRole('button', { name: 'Отозвать доступ' }).click();
  await page.getByText(/Дан, закончится/).waitFor({ state: 'detached' });

  expect((await reveal()).ok).toBe(false);
  expect((await row.logged(opened, 'access_revoked'))[0]?.actor).toMatchObject({
    kind: 'requester',
  });
  await page.context().close();
});

test('S1.3.2.5 WID: a person of the contract learns by its number how a colleague’s request stands, and nobody else does', async () => {
  const listed = { contacts: [{ name: 'Борис', email: 'boris@zavod.example' }] };
  await enterContract(row.signedIn(), 'didox24', 'Завод', listed);
  const claims = {
    sub: 'anna',
    email: 'anna@zavod.example',
    contract: 'ТП-2026/7',
    org: 'Завод',
    email_verified: true,
  };
  const api = await row.requesterOf('didox24');
  const anna = await row.server.signAsHost('didox24', claims);
  const opened = await row.open('didox24', 'error', {
    api: { ...api, open: (body) => api.open(body, { bearer: anna }) },
  });
  const { number } = opened.receipt;
  const ask = async (page: Page) => {
    await page.getByRole('button', { name: /^Мои/ }).click();
    await page.getByText('Узнать об обращении коллеги').click();
    await page.getByLabel('Номер обращения').fill(number);
    await page.keyboard.press('Enter');
  };
  const page = await ownPanel(browser, row, 'didox24', phone);
  await ask(page);
  await page.locator('rg-inquiry .error').waitFor();
  expect(await page.locator('rg-inquiry').getByText(number).count()).toBe(0);
  const person = { sub: 'boris', email: 'boris@zavod.example', email_verified: true };
  const boris = await row.server.signAsHost('didox24', person);
  await page.evaluate((token) => {
    (window as unknown as { reglament(verb: string, token: string): void }).reglament(
      'identify',
      token,
    );
  }, boris);
  await page.getByRole('button', { name: 'Новое' }).click();
  await ask(page);
  const told = page.locator('rg-inquiry [role=status]');
  await told.getByText(number).waitFor();

  expect(await told.innerText()).toMatch(/DDX-\d+ {1,2}Получено/);
  await told.locator('rg-status[status=open]').waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await page.context().close();
});

test('S0.13.3 WID: an idea gets a number, and its author reads to whom it was handed over', async () => {
  const page = await ownPanel(browser, row, 'modme');
  await page.getByLabel('Что случилось').selectOption({ label: 'Предложение новой функции' });
  await page.getByLabel('Ваш вопрос или предложение').fill('Отчёт по филиалам за квартал');
  const number = await send(page);
  const [{ id }] = (await row.server.deps.client.unsafe(
    `select id from tickets where tenant_id = 'modme' order by number desc limit 1`,
  )) as unknown as [{ id: string }];
  const text = 'Передали разработчикам, номер у них DEV-17.';
  await row.act({ vendor: 'modme', id } as Parameters<typeof row.act>[0], {
    act: 'hand_over',
    to: 'development',
    ref: 'DEV-17',
    text,
  });
  await page.getByRole('button', { name: 'Все обращения' }).click();
  await page.locator('rg-list').getByText(number).click();
  await page.getByText(text).waitFor();

  expect(number).toMatch(/^MOD-\d+$/);
  await page.context().close();
});

test('S0.6.1 WID: the panel offers the official ways of the text and no other; what the text excludes has no address in it', async () => {
  for (const vendor of ['modme', 'technokad']) {
    const page = await ownPanel(browser, row, vendor);
    await page.getByText('Другие способы обратиться').click();
    const shown = await page
      .locator('rg-form details li > a.link')
      .evaluateAll((links) => links.map((link) => link.textContent?.trim()));
    const { channels } = row.packOf(vendor);

    const official = channels.flatMap((channel) =>
      channel.official && typeof channel.address === 'string' ? [channel.address] : [],
    );
    expect(official.length).toBeGreaterThan(1);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((address) => !official.includes(address ?? ''))).toEqual([]);
    await page.context().close();
  }
});

test('S1.2.1 WID, S1.3.1.1 WID: without a contract the form says so first and leads to one; asking for it here is no promise', async () => {
  const page = await ownPanel(browser, row, 'didox24', { person: 'bekzod' });
  const notice = page.locator('rg-form .notice').first();
  await notice.getByText(/Поддержку оказывают клиентам с договором/).waitFor();
  const href = await notice.getByRole('link').getAttribute('href');
  const order = await page
    .locator('rg-form')
    .evaluate((form) =>
      [...(form.shadowRoot?.querySelectorAll('.notice, select, textarea') ?? [])].map(
        ({ className, tagName }) => className || tagName,
      ),
    );
  expect(await shownText(page.locator('rg-promise'))).not.toMatch(/Первый ответ до/);
  await page.getByLabel('Что случилось').selectOption({ label: 'Договор на поддержку' });
  await page.getByLabel('О чём вы пишете').fill('Хотим заключить договор на поддержку');
  const number = await send(page);

  expect(number).toMatch(/^DDX-\d+$/);
  expect(await shownText(page.locator('rg-receipt'))).not.toMatch(/Первый ответ —/);
  const [stored] = await row.server.deps.client.unsafe(
    `select category, due_at from tickets where tenant_id = 'didox24' order by number desc limit 1`,
  );
  expect(stored).toEqual({ category: 'contract', due_at: null });
  expect(href).toMatch(/t\.me|mailto/);
  expect(order[0]).toBe('notice');
  await page.context().close();
});

test('S3.6.1.1 WID: after its days a new request is written that goes on with the old one, and says so before it is sent', async () => {
  const opened = await row.open('technokad', 'error', { answers: { files: 'Секретный проект' } });
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const at = new Date(Date.now() + 40 * 86_400_000).toISOString();
  await row.at(at);
  const page = await ownThread(browser, row, opened, { ...phone, at });
  await page.getByText(/Это обращение снова не открыть/).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Написать новое' }).click();
  await page.getByLabel('Что получили').fill('Снова ошибка 4012');
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page
    .locator('rg-last-look [data-item=linkedTo]')
    .getByText(opened.receipt.number)
    .waitFor();
  const number = await send(page);

  const [linked] = await row.server.deps.client.unsafe<{ id: string }[]>(
    `select id from tickets where tenant_id = 'technokad' order by number desc limit 1`,
  );
  const ticket = await row.ticket({ ...opened, id: linked?.id ?? '' });
  expect(number).not.toBe(opened.receipt.number);
  expect(JSON.stringify(ticket)).toContain(opened.receipt.number);
  await page.context().close();
});
