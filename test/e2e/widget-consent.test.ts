import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { askForConsent, sampleConsent } from '#test/support/consent.ts';
import { send } from '#test/support/journey.ts';
import { ownPanel } from '#test/support/own-thread.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  // the browser goes by its own clock
  row = await rowDesk(new Date().toISOString());
  browser = await launchChromium();
});
beforeEach(() => row.server.deps.client.unsafe('truncate requester_proofs'));
afterAll(async () => {
  await browser?.close();
  await row?.close();
});

const phone = { viewport: { width: 360, height: 740 } };
const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];
const kept = () =>
  row.server.deps.client.unsafe('select subject, state, ticket_id from requester_proofs');
const box = (page: Page) => page.getByRole('checkbox', { name: /Согласен на обработку/ });

test('consent is a box that nobody has ticked; without it nothing goes, with it its version is kept, and it is taken back from the list', async () => {
  askForConsent(row.server, 'modme', sampleConsent);
  const page = await ownPanel(browser, row, 'modme', phone);
  await page.getByLabel('Что делали').fill('Открыл отчёт');
  expect(await box(page).isChecked()).toBe(false);
  const link = page.locator('rg-consent').getByRole('link', { name: 'Политики' });
  expect(await link.getAttribute('href')).toBe(sampleConsent.href);
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.getByText('Без согласия отправить нельзя').waitFor();
  await expect.poll(() => box(page).evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await clean(page)).toEqual([[], 0]);
  await page.keyboard.press('Space');
  await page.getByText('Без согласия отправить нельзя').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page.locator('rg-last-look').getByText('Политики (2026-11)').waitFor();
  await send(page);
  expect(await kept()).toMatchObject([{ subject: 'consent:2026-11', state: 'held' }]);

  await page.getByRole('button', { name: 'Все обращения' }).click();
  await page.getByRole('button', { name: 'Новое' }).click();
  await page.getByLabel('Что делали').waitFor();
  await box(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Мои/ }).click();
  await page.getByText(/Вы дали согласие/).waitFor();
  await page.getByRole('button', { name: 'Отозвать согласие' }).click();
  await page.getByText(/Поддержка узнает об этом/).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Отозвать согласие' }).click();
  await page.getByText(/Вы дали согласие/).waitFor({ state: 'detached' });
  expect(await kept()).toMatchObject([{ subject: 'consent:2026-11', state: 'broken' }]);
  await page.getByRole('button', { name: 'Новое' }).click();
  await box(page).waitFor();
  expect(await box(page).isChecked()).toBe(false);
  await page.context().close();
});

test('a sentence is agreed to by sending; a pack that asks for none shows none and sends none', async () => {
  askForConsent(row.server, 'modme', { ...sampleConsent, as: 'sentence' });
  const page = await ownPanel(browser, row, 'modme');
  await page.getByLabel('Что делали').fill('Открыл отчёт');
  await page
    .locator('rg-consent')
    .getByText(/Согласен на обработку/)
    .waitFor();
  expect(await box(page).count()).toBe(0);
  await send(page);
  expect(await kept()).toMatchObject([{ subject: 'consent:2026-11', state: 'held' }]);
  await page.context().close();

  await row.server.deps.client.unsafe('truncate requester_proofs');
  askForConsent(row.server, 'modme', null);
  const silent = await ownPanel(browser, row, 'modme');
  await silent.getByLabel('Что делали').fill('Открыл отчёт');
  const body = silent.waitForRequest((request) => request.url().endsWith('/v1/tickets'));
  await send(silent);
  expect(JSON.parse((await body).postData() ?? '{}')).not.toHaveProperty('consent');
  expect(await silent.locator('rg-consent').count()).toBe(0);
  expect(await kept()).toHaveLength(0);
  await silent.context().close();
});
