import { sql } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { verifyStatement } from '#server/features/statements/verify-statement.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { completeRequest, requesterApi } from '#test/support/api.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { enterContract } from '#test/support/contracts.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { rowDesk } from '#test/support/row-desk.ts';

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

test('S0.13.1 DSK: an address is put under watch at the desk, fails, and its incident is one press away', async () => {
  const desk = await deskPage(browser, row, 'modme/checks');
  await desk.getByText('Ни один адрес не проверяется').waitFor();
  await desk.getByRole('button', { name: 'Проверять адрес' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Название' }).fill('Вход в CRM');
  await form.getByRole('textbox', { name: 'Адрес' }).fill('https://app.example.org/health');
  await form.getByLabel('Сбоев подряд до инцидента').fill('1');
  expect(await axeComplaints(desk)).toEqual([]);
  await form.getByLabel('Сбоев подряд до инцидента').press('Enter');
  await desk.getByText('Ещё не проверялся').waitFor();

  await fireDue(row.server);
  await runProbes(row.server.deps, async () => ({ outcome: 'unreachable', reason: 'tls' }), {
    check: recordCheck(row.server.deps),
    portal: recordPortal,
  });
  await desk.reload();
  await desk.getByText('Вход в CRM').click();
  await desk.getByText('Нет ответа: нет защищённого соединения').waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await desk.getByRole('link', { name: 'Перейти к инциденту' }).press('Enter');
  await desk.getByRole('heading', { name: /Вход в CRM/ }).waitFor();
  await desk.close();
});

test.each([1280, 360])(
  'S0.13.1 DSK: a ticket of the watch shows the check that opened it and no person, and takes a note: at %d px',
  async (width) => {
    const name = `Отчёты ${width}`;
    const address = `https://reports${width}.example.org/health`;
    const added = await row.post('modme', '/checks', { name, url: address, failuresToOpen: 1 });
    const { id } = (await added.json()) as { id: string };
    await fireDue(row.server);
    await runProbes(row.server.deps, async () => ({ outcome: 'unreachable', reason: 'name' }), {
      check: recordCheck(row.server.deps),
      portal: recordPortal,
    });
    const { rows } = await row.queue('modme');
    const ticket = rows.find(({ subject }) => subject.startsWith(name))!;
    const desk = await deskPage(browser, row, `modme/${ticket.id}`, { width });
    const written = desk.getByRole('textbox', { name: 'Заметка' });
    await written.fill('Перезапущен шлюз');
    const box = desk.locator('desk-composer');
    for (const asked of ['Вопрос заявителю', 'Увидит заявитель', 'Отправить ответ'])
      expect(await box.getByText(asked).count()).toBe(0);
    await written.press('Control+Enter');
    await desk.locator('desk-timeline').getByText('Перезапущен шлюз').waitFor();

    if (width === 360)
      await desk.getByRole('button', { name: 'Сроки, заявитель, среда' }).press('Enter');
    const context = desk.locator('desk-context');
    await context.getByText(address).waitFor();
    await context.getByRole('button', { name: 'Списать время' }).waitFor();
    await context.getByText('Не работает с').waitFor();
    for (const personal of ['Личность', 'Первое обращение', 'Право на поддержку', 'данные'])
      expect(await context.getByText(personal).count()).toBe(0);
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    await context.getByRole('link', { name: 'Все проверки адреса' }).press('Enter');
    await desk.locator('desk-looks').getByText('Нет ответа').first().waitFor();
    expect(new URL(desk.url()).hash).toBe(`#/modme/checks/${id}`);
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

    await desk.goto(`${row.server.url}/desk#/modme/${ticket.id}`);
    await desk.getByRole('button', { name: 'Решить', exact: true }).press('Enter');
    await expect
      .poll(async () => (await row.signedIn().ticket('modme', ticket.id)).status)
      .toBe('resolved');
    await desk.close();
  },
);

test.each([1280, 360])(
  'every look of a check is shown, a page more at each press: at %d px',
  async (width) => {
    const added = await row.post('modme', '/checks', {
      name: `Касса ${width}`,
      url: 'https://www.example.org/',
    });
    const { id } = (await added.json()) as { id: string };
    await row.server.deps.db.execute(sql`
      insert into probes (tenant_id, id, subject, subject_id, url, asked_at, finished_at, outcome, http_status)
      select 'modme', 'prb_' || ${id} || at, 'check', ${id}, 'https://www.example.org/',
        now() - at * interval '5 minutes', now(), 'reachable', 200
      from generate_series(1, 120) at`);
    const desk = await deskPage(browser, row, 'modme/checks', { width, dark: width === 360 });
    await desk.getByText(`Касса ${width}`).click();
    const looks = desk.locator('desk-looks').getByText('Ответ 200');
    const more = desk.locator('desk-looks').getByRole('button', { name: 'Показать ещё' });
    await expect.poll(() => looks.count()).toBe(50);
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    await more.press('Enter');
    await expect.poll(() => looks.count()).toBe(100);
    await more.press('Enter');

    await expect.poll(() => looks.count()).toBe(120);
    expect(await more.count()).toBe(0);
    await desk.close();
  },
);

test('S2.2.1.3 DSK: a shift is planned for whoever is called, and cancelled', async () => {
  const desk = await deskPage(browser, row, 'modme/checks', { width: 360, dark: true });
  await desk.getByRole('button', { name: 'Назначить смену' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Кто' }).selectOption({ label: 'Специалист 1' });
  await form.getByLabel('С', { exact: true }).fill('2026-11-20T09:00');
  await form.getByLabel('До').fill('2026-11-21T09:00');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await form.getByLabel('До').press('Enter');
  await desk.getByText('Дежурит сейчас').waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await desk.getByRole('button', { name: 'Отменить смену' }).press('Enter');
  await form.getByRole('button', { name: 'Отменить смену' }).press('Enter');
  await desk.getByText('На две недели вперёд никто не дежурит').waitFor();
  await desk.close();
});

test('a customer’s month is read clause by clause at the desk, and the file that is taken along verifies', async () => {
  await enterContract(row.signedIn(), 'modme', 'Завод', {
    number: 'M-1',
    email: null,
    firstResponse: undefined,
  });
  const anna = { sub: 'anna', org: 'Завод' };
  const bearer = await row.server.signAsHost('modme', anna);
  const api = requesterApi(row.server, { vendor: 'modme', bearer });
  const receipt = await api.open(completeRequest(row.packOf('modme')));
  const opened = { vendor: 'modme', id: receipt.id, api, receipt };
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });

  // a running month is stated up to now, and what happens now is not yet over
  await row.at('2026-11-20T09:00:00Z');
  const desk = await deskPage(browser, row, 'modme/statements');
  await desk.getByRole('link', { name: 'Завод' }).press('Enter');
  await desk
    .getByText('В этом месяце обращений не было')
    .or(desk.getByText(receipt.number))
    .waitFor();
  await desk.getByRole('combobox', { name: 'Месяц' }).selectOption('2026-11');
  const kept = desk.getByRole('row', { name: /Первый ответ/ });
  await expect.poll(() => kept.getByRole('cell').allInnerTexts()).toContain('100\u00a0%');
  await desk
    .getByText(/Сдержано пт/)
    .first()
    .waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  const taken = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Скачать с подписью' }).press('Enter');
  const file = await (await taken).createReadStream();
  const text = (await file.toArray()).map(String).join('');
  const { keys } = (await (
    await fetch(`${row.server.url}/v1/policies/modme/signing-keys`)
  ).json()) as VendorKeyList;
  expect(await verifyStatement(JSON.parse(text) as SignedStatement, keys, [])).toMatchObject({
    faults: [],
  });
  await desk.close();
});
