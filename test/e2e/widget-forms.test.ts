import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { send } from '#test/support/journey.ts';
import { ownPanel } from '#test/support/own-thread.ts';
import { shownText } from '#test/support/shown-text.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const workday = '2026-11-23T06:00:00Z';
const sunday = '2026-11-22T13:20:00Z';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk(workday);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await row?.close();
});

/** The form of a vendor at an instant that server and browser agree on. */
async function formAt(vendor: string, at: string, person?: string): Promise<Page> {
  row.clock.set(at);
  const page = await ownPanel(browser, row, vendor, { at, ...(person ? { person } : {}) });
  await page.locator('rg-form rg-outgoing').waitFor();
  return page;
}

const pick = (page: Page, label: string) =>
  page.getByLabel('Что случилось').selectOption({ label });
const options = (page: Page, label: string) =>
  page
    .getByLabel(label)
    .first()
    .evaluate((select) =>
      [...(select as HTMLSelectElement).options].map(({ text }) => text.trim()),
    );
const press = (page: Page) =>
  page.getByRole('button', { name: /^(Отправить|Подготовить)/ }).click();
const latest = async (vendor: string) => {
  const [found] = await row.server.deps.client.unsafe<{ id: string }[]>(
    'select id from tickets where tenant_id = $1 order by number desc limit 1',
    [vendor],
  );
  return { vendor, id: found?.id ?? '' };
};
const answersOf = async (vendor: string) => {
  const [found] = await row.server.deps.client.unsafe<{ answers: Record<string, unknown> }[]>(
    `select answers from messages where ticket_id = $1 and kind = 'request'`,
    [(await latest(vendor)).id],
  );
  return found?.answers ?? {};
};

test('S0.7.3 WID: closed, the next opening is told by the clocks of the vendor and the reader, and writing goes on', async () => {
  const page = await formAt('modme', sunday);
  const promise = await shownText(page.locator('rg-promise'));

  expect(promise).toMatch(/Сейчас закрыто.*пн.*10:00 \(Ташкент\) , у вас 08:00/);
  expect(promise).toMatch(/Первый ответ до.*пн.*п. 9/);
  await page.getByLabel('Что делали').fill('Открыл отчёт');
  expect(await send(page)).toMatch(/^MOD-\d+$/);
  await page.context().close();

  const open = await formAt('modme', workday);
  expect(await shownText(open.locator('rg-promise'))).toContain('Сейчас открыто');
  await open.context().close();
});

test('S1.1.3 WID, S1.1.4 WID, S1.2.2 WID, S1.3.1.2 WID, S1.3.1.5 WID, S1.3.1.6 WID, S1.3.1.7 WID, S1.3.1.8 WID, S1.4.1 WID: the form of Didox24 asks by its rules, keeps the secret apart, and takes loose words', async () => {
  const page = await formAt('didox24', workday, 'bekzod');
  await pick(page, 'Ошибка в приложении');

  expect(await options(page, 'Вид портала')).toEqual(
    expect.arrayContaining(['Облачный', expect.stringMatching(/короб/i)]),
  );
  expect(await options(page, 'Оператор')).toHaveLength(4);
  expect(await page.getByLabel('Подключение к оператору').getAttribute('type')).toBe('password');
  for (const label of ['Что делали', 'Что ожидали', 'Что получили', 'Номер договора'])
    expect(await page.getByLabel(label).first().count()).toBe(1);
  const ways = await page.locator('rg-form details li > a.link').allTextContents();
  expect(ways).toEqual(
    expect.arrayContaining(['info@technounit.uz', '@technounit', '+998 71 203 70 06']),
  );
  await page.getByLabel('Что делали').fill('Счёт не уходит');
  await page.getByLabel('Адрес портала').fill('наш портал');
  await press(page);
  await page.locator('rg-form #problem-portal').waitFor();
  await page.getByLabel('Адрес портала').fill('portal.bitrix24.ru');
  await page.getByLabel('Лицензии на программы').selectOption({ label: 'Все действуют' });
  await page.getByLabel('Подключение к оператору').fill('didox login / s3cret-4711');
  await send(page);

  const answers = await answersOf('didox24');
  expect(answers).toMatchObject({ did: 'Счёт не уходит', portal: 'portal.bitrix24.ru' });
  expect(JSON.stringify(answers)).not.toContain('4711');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('4711');
  const { id } = await latest('didox24');
  const proofs = await row.server.deps.client.unsafe(
    'select subject, state from requester_proofs where ticket_id = $1',
    [id],
  );
  expect(proofs).toEqual([{ subject: 'licensed-software', state: 'held' }]);
  await page.context().close();

  // whose contract is known is not asked for its number
  const known = await formAt('didox24', workday, 'sherzod');
  expect(await known.getByLabel('Номер договора').count()).toBe(0);
  await known.context().close();
});

test('S2.1.1.1 WID, S2.1.2.2 WID, S2.1.3.2 WID, S2.2.2.1 WID, S2.2.3.1 WID: «Мои документы» knows its user, promises nothing at night, no day of solution, and lets nobody rank', async () => {
  const page = await formAt('moidokumenty', sunday);
  await page
    .locator('rg-form')
    .getByText(/Вне рабочего времени ответить могут/)
    .waitFor();
  expect(await page.locator('rg-form .proven').count()).toBe(1);
  expect(await page.getByLabel(/Приоритет|Срочность|Критичность/i).count()).toBe(0);
  expect((await options(page, 'Насколько мешает')).length).toBeGreaterThan(2);
  await page.getByLabel('Что делали').fill('Открыл талон');
  await press(page);
  await page.locator('rg-receipt').waitFor();
  const receipt = await shownText(page.locator('rg-receipt'));
  expect(receipt).toMatch(/Срок решения регламент .* не устанавливает/);
  expect(receipt).not.toMatch(/[Рр]ешим до|решение до/);
  const { decision } = await row.ticket(
    (await latest('moidokumenty')) as Parameters<typeof row.ticket>[0],
  );
  expect(decision.missing.map(({ field }) => field)).toEqual([]);
  await page.context().close();
});

test('S3.3.1.1 WID, S3.3.2.1 WID, S3.3.4.1 WID, S3.3.4.3 WID, S3.3.4.4 WID, S3.5.1.1 WID: the form of ТехноКад wants a question, a picture or why not, whom to answer, and takes proposals', async () => {
  const page = await formAt('technokad', workday);
  const phones = async () =>
    (await page.locator('rg-form details li > a.link').allTextContents()).filter((way) =>
      way.startsWith('8'),
    );
  expect((await phones()).length).toBeGreaterThan(0);
  await pick(page, 'Подготовка документов');
  await page.getByLabel('Ваш вопрос').fill('Здравствуйте!');
  await press(page);
  await page.locator('rg-form #problem-question').waitFor();
  expect(await shownText(page.locator('rg-form #problem-question'))).toContain('п. 3.4');
  await page.getByLabel('Ваш вопрос').fill('Здравствуйте! Где взять схему плана?');
  await page.getByRole('button', { name: 'Нечего приложить' }).click();
  await page.getByLabel('Почему без файла').fill('Секретный проект');
  await send(page);
  expect(await answersOf('technokad')).toMatchObject({
    question: 'Здравствуйте! Где взять схему плана?',
    files: 'Секретный проект',
  });
  expect(await shownText(page.locator('rg-receipt'))).not.toContain('допол');
  await page.context().close();

  const wish = await formAt('technokad', workday);
  await pick(wish, 'Предложение о доработке');
  await wish.getByLabel('Что улучшить').fill('Кнопка «Повторить»');
  expect(await send(wish)).toMatch(/^TKD-\d+$/);
  await wish.context().close();
});

test('S4.4.2.1 WID, S4.4.2.2 WID: JokerCRM takes no greeting for a question, and asks once how to repeat an error', async () => {
  const page = await formAt('jokercrm', workday);
  await page.getByLabel('Что получили').fill('Добрый день');
  await press(page);
  await page.locator('rg-form #problem-got').waitFor();
  await page.getByLabel('Что получили').fill('Объявление без фотографий');
  expect(await shownText(page.locator('rg-steps').first())).toMatch(/просим/i);
  await press(page);
  await page.locator('rg-receipt').waitFor();

  expect(await answersOf('jokercrm')).toMatchObject({ got: 'Объявление без фотографий' });
  await page.context().close();
});
