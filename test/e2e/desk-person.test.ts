import type { Browser } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { RequesterExport } from '#shared/wire/personal-data.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { deskPage } from '#test/support/desk-page.ts';
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

test('the data of a person is taken along and erased for good beside a ticket, by keyboard', async () => {
  const { id, receipt } = await row.open('modme');
  const desk = await deskPage(browser, row, `modme/${id}`);
  const coming = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Выгрузить данные' }).press('Enter');
  const taken = await coming;
  expect(taken.suggestedFilename()).toBe(`${receipt.number}.json`);
  const exported = JSON.parse(await readFile(await taken.path(), 'utf8')) as RequesterExport;
  expect(exported.tickets).toMatchObject([{ number: receipt.number }]);
  await desk.getByText('Данные этого человека в ваших загрузках.').waitFor();
  expect(await axeComplaints(desk)).toEqual([]);

  await desk.getByRole('button', { name: 'Стереть' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByText(/Останутся номера обращений/).waitFor();
  await form.getByRole('combobox', { name: 'Почему' }).selectOption('asked');
  const confirm = form.getByLabel('Чтобы подтвердить, напишите номер этого обращения');
  await confirm.fill('да');
  await desk.keyboard.press('Enter');
  await form.getByText(`Напишите так: ${receipt.number}.`).waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await confirm.fill(receipt.number);
  await desk.keyboard.press('Enter');
  const gone = desk.getByText('Данные человека стёрты');
  await gone.waitFor();
  await expect.poll(() => gone.evaluate((said) => said.matches(':focus'))).toBe(true);
  expect(await desk.getByRole('button', { name: 'Стереть' }).count()).toBe(0);
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  const left = (await (await row.get('modme', `/tickets/${id}`)).json()) as DeskTicket;
  expect(left.requester).toMatchObject({ name: '', email: null, erased: true });
  await desk.close();
});
