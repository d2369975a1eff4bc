import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { rowDesk } from '#test/support/row-desk.ts';
import { tellReceivers } from '#test/support/tell-receivers.ts';
import { webhookReceiver } from '#test/support/webhook-receiver.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  // the published library of the receiver tells the time itself
  row = await rowDesk(new Date().toISOString());
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
  await listed.getByText(/Отозван .+, \d/).waitFor();
  expect((await withKey(key)).status).toBe(401);
  expect(await listed.getByRole('button').count()).toBe(0);
  await desk.close();
});

test('what is left empty or wrong is said under its field in the reader’s words, and the keyboard goes there', async () => {
  const desk = await deskPage(browser, row, 'modme/webhooks', { width: 360, dark: true });
  await desk.getByRole('button', { name: 'Добавить получателя' }).press('Enter');
  const dialog = desk.getByRole('dialog');
  const address = dialog.getByRole('textbox', { name: 'Адрес' });
  const says = async () => {
    await expect.poll(() => address.evaluate((field) => field.matches(':focus'))).toBe(true);
    const [described] = ((await address.getAttribute('aria-describedby')) ?? '').split(' ');
    return dialog.locator(`[id='${described}']`).innerText();
  };
  await desk.keyboard.press('Enter');
  expect(await says()).toBe('Заполните это поле.');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await address.fill('crm');
  expect(await address.getAttribute('aria-invalid')).toBeNull();
  await desk.keyboard.press('Enter');
  expect(await says()).toBe('Напишите адрес целиком, с https://.');
  await address.fill('http://10.0.0.1:1/hook');
  await desk.keyboard.press('Enter');
  await expect.poll(says).toBe('Порт этого адреса не разрешён. Разрешены: 80, 443.');

  await address.fill('https://crm.example.org/hook');
  for (const kind of ['ticket.opened', 'ticket.resolved']) {
    await dialog.getByLabel(kind, { exact: true }).uncheck();
  }
  await address.press('Enter');
  await dialog.getByText('Выберите хотя бы одно.').waitFor();
  const first = dialog.getByRole('checkbox').first();
  await expect.poll(() => first.evaluate((box) => box.matches(':focus'))).toBe(true);
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  expect((await row.signedIn().get('modme', '/webhooks')).status).toBe(200);
  await desk.close();
});

test('a receiver is added at the desk, refuses, and is told again from the list of what it was told', async () => {
  const receiver = await webhookReceiver();
  const work = async () => {
    while ((await takeEvents(row.server.deps)) > 0);
    await tellReceivers(row.server.deps, receiver.post);
  };
  const desk = await deskPage(browser, row, 'modme/webhooks');
  await desk.getByText('Пока никто ничего не получает').waitFor();
  await desk.getByRole('button', { name: 'Добавить получателя' }).press('Enter');
  await desk.getByRole('textbox', { name: 'Адрес' }).fill(receiver.url);
  await desk.keyboard.press('Enter');
  receiver.state.secret = await desk
    .getByRole('textbox', { name: 'Скопировать секрет' })
    .inputValue();
  await desk.keyboard.press('Escape');

  const opened = await row.open('modme');
  await work();
  await desk.reload();
  await desk.getByRole('link', { name: receiver.url }).press('Enter');
  await desk.getByText(/Сказано .+, \d/).waitFor();
  const again = desk.getByRole('button', { name: 'Сказать ещё раз' });
  await again.press('Enter');
  await desk.getByText('Ждёт', { exact: true }).last().waitFor();
  receiver.state.answer = 500;
  await work();
  await desk.reload();
  await desk.getByText(receiver.url).waitFor();
  await desk.getByText('последний ответ: HTTP 500').waitFor();
  await desk.getByRole('button', { name: 'Попробовать сейчас' }).press('Enter');
  await desk.getByText('последний ответ: HTTP 500').waitFor({ state: 'detached' });
  receiver.state.answer = 410;
  await work();
  await desk.reload();
  await desk.getByText('последний ответ: HTTP 410').waitFor();
  await desk.getByText('не повторить: остановлен').waitFor();
  expect(await again.count()).toBe(0);
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  const told = desk.getByRole('link', { name: 'ticket.opened' });
  expect(await told.getAttribute('href')).toBe(`#/modme/${opened.id}`);
  await desk.getByRole('button', { name: 'Добавить заново' }).press('Enter');
  expect(await desk.getByRole('textbox', { name: 'Адрес' }).inputValue()).toBe(receiver.url);
  await desk.keyboard.press('Enter');
  await desk.getByRole('textbox', { name: 'Скопировать секрет' }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('link', { name: 'К списку' }).press('Enter');
  await desk.getByText(/Остановлен .+, \d/).waitFor();
  await desk.getByText('Всё сказано').waitFor();
  await desk.close();
  receiver.close();
});

test('a section that was opened without a network comes by itself with the network', async () => {
  const desk = await deskPage(browser, row, 'modme/api-keys');
  await desk.getByRole('heading', { name: 'Ключи API' }).waitFor();
  await desk.context().setOffline(true);
  await desk.getByRole('link', { name: 'Вебхуки', exact: true }).press('Enter');
  await desk.getByText('Раздел не загрузился').waitFor();
  await desk.context().setOffline(false);
  await desk.getByRole('heading', { name: 'Вебхуки' }).waitFor();
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
