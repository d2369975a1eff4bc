import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const withKey = (key: string) =>
  fetch(`${row.server.url}/v1/desk/vendors/modme/queue?locale=ru`, {
    headers: { authorization: `Bearer ${key}` },
  });

test('a program gets its key from the desk, by keyboard, and is refused when it is revoked', async () => {
  const desk = await deskPage(browser, row, 'modme');
  await desk.getByRole('link', { name: 'Разделы' }).press('Enter');
  await desk.getByRole('link', { name: 'Ключи API' }).press('Enter');
  await desk.getByText('Ключей пока нет').waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  await desk.getByRole('button', { name: 'Выпустить ключ' }).press('Enter');
  await desk.keyboard.type('Выгрузка в CRM');
  await desk.keyboard.press('Enter');
  const key = await desk.getByRole('textbox', { name: 'Скопировать ключ' }).inputValue();
  expect((await withKey(key)).status).toBe(200);
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().press('Enter');

  const listed = desk.getByRole('listitem').filter({ hasText: 'Выгрузка в CRM' });
  await listed.getByRole('button', { name: 'Отозвать ключ' }).press('Enter');
  const revoke = desk.getByRole('dialog').getByRole('button', { name: 'Отозвать ключ' });
  await expect.poll(() => revoke.evaluate((button) => button.matches(':focus'))).toBe(true);
  await desk.keyboard.press('Enter');
  await listed.getByText(/Отозван пт/).waitFor();
  expect((await withKey(key)).status).toBe(401);
  expect(await listed.getByRole('button').count()).toBe(0);
  await desk.close();
});

test.each([
  { width: 360, locale: 'uz-UZ', section: 'API kalitlari' },
  { width: 1280, locale: 'en-GB', section: 'API keys' },
] as const)(
  'the sections fit a page of $width px and read aloud, in $locale',
  async ({ section, ...look }) => {
    const desk = await deskPage(browser, row, 'modme/api-keys', { ...look, dark: true });
    await desk.getByRole('heading', { name: section }).waitFor();

    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    if (look.width === 360) {
      const chosen = await desk.getByRole('combobox', { name: 'Boʻlim' }).inputValue();
      expect(chosen).toBe('api-keys');
    }
    await desk.close();
  },
);
