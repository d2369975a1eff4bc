import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import { completeRequest } from '#test/support/api.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { fireDue } from '#test/support/jobs.ts';
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

const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];
const press = (page: Page, name: string) => page.getByRole('button', { name }).press('Enter');
/** Opens a form and waits until it can be written into. */
const openForm = async (page: Page, name: string) => {
  await press(page, name);
  await page.getByRole('dialog', { name }).waitFor();
};
const isFocused = (one: Locator) => one.evaluate((element) => element.matches(':focus'));
const inSight = (one: Locator) =>
  one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const read = async <Shown>(path: string, vendor = 'didox24') =>
  (await (await row.get(vendor, path)).json()) as Shown;

test('S1.1.15 DSK S3.2.4.1 DSK: a version is entered and let out by keyboard, whom it reaches is said before and after', async () => {
  const desk = await deskPage(browser, row, 'technokad/releases');
  await desk.getByText('Версий пока нет').waitFor();
  expect(await clean(desk)).toEqual([[], 0]);

  await openForm(desk, 'Внести версию');
  await desk.keyboard.type('7.2.0');
  await desk.getByLabel('День выхода').fill('2026-12-15');
  await desk.getByLabel(/Что исправлено, на русском/).fill('Печать договора\nВыгрузка');
  await desk.keyboard.press('Tab');
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.getByRole('dialog').getByRole('button', { name: 'Внести версию' }).press('Enter');
  const listed = desk.getByRole('listitem').filter({ hasText: '7.2.0' });
  await listed.getByText(/Выйдет 15.12.2026 — п. 2.4/).waitFor();

  const opened = await row.open('technokad', 'error');
  await row.done(opened, {
    act: 'plan_release',
    on: '2026-12-15',
    version: '7.2',
    text: 'Исправим.',
  });
  await desk.getByRole('link', { name: '7.2.0' }).press('Enter');
  await desk.getByText('1 обращение пойдёт дальше. Письмо получит 1 человек.').waitFor();
  expect(await clean(desk)).toEqual([[], 0]);
  await openForm(desk, 'Выпустить');
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(/Версия выйдет сегодня. 1 обращение пойдёт дальше/).waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByText('Сообщаем тем, кто ждал.').waitFor();
  const heading = desk.getByRole('heading', { name: 'Версия 7.2.0' });
  await expect.poll(() => heading.evaluate((one) => one.matches(':focus'))).toBe(true);
  await fireDue(row.server);
  await desk.getByText('Сообщили по 1 обращению. Письмо получил 1 человек.').waitFor();

  expect((await row.ticket(opened)).status).toBe('in_progress');
  expect(await desk.getByRole('button', { name: 'Выпустить' }).count()).toBe(0);
  await desk.getByRole('link', { name: 'К списку' }).press('Enter');
  await listed.getByText('Текущая').waitFor();
  await desk.close();
});

test('S1.3.2.9 DSK: a known problem is written down, said anew and withdrawn by keyboard', async () => {
  await row.post('didox24', '/releases', { version: '1.7.0', plannedOn: '2026-12-15' });
  const desk = await deskPage(browser, row, 'didox24/known-problems');
  await desk.getByText('Известных проблем нет').waitFor();
  await openForm(desk, 'Описать проблему');
  await desk.keyboard.type('Печать пуста');
  await desk.getByLabel('Первая версия с ней').fill('1.2.0');
  await desk.getByLabel('Версия с исправлением').selectOption('1.7.0');
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.getByRole('dialog').getByRole('button', { name: 'Описать проблему' }).press('Enter');
  await desk.getByText('С 1.2.0, до 1.7.0 · исправят в 1.7.0').waitFor();
  await desk.getByText('Обходной путь не известен').waitFor();
  expect(await clean(desk)).toEqual([[], 0]);

  await desk.getByRole('link', { name: 'Печать пуста' }).press('Enter');
  await desk.getByText('С ней не связано ни одного обращения').waitFor();
  await openForm(desk, 'Изменить описание');
  await desk.getByLabel('Как обойти, на русском').fill('Печатайте из PDF.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Сохранить описание' }).press('Enter');
  await desk.getByText('Печатайте из PDF.').waitFor();
  const id = desk.url().split('/').at(-1) ?? '';
  const stored = await read<KnownProblemView>(`/known-problems/${id}`);
  await openForm(desk, 'Снять проблему');
  await desk
    .getByRole('dialog')
    .getByText(/оказалась не ошибка/)
    .waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByText('Снята', { exact: true }).waitFor();
  expect(await clean(desk)).toEqual([[], 0]);

  expect(stored.texts.ru).toEqual({ title: 'Печать пуста', workaround: 'Печатайте из PDF.' });
  expect((await read<KnownProblemView>(`/known-problems/${id}`)).state).toBe('withdrawn');
  await desk.close();
});

test('requests about a known problem stand under it, and who writes second is told that somebody was first', async () => {
  const id = await idOf(
    await row.post('didox24', '/known-problems', { texts: { ru: { title: 'Вход по ключу' } } }),
  );
  const opened = await row.open('didox24', 'error');
  await row.post('didox24', `/tickets/${opened.id}/known-problem`, { problem: id });
  const desk = await deskPage(browser, row, `didox24/known-problems/${id}`);
  await desk.getByText(opened.receipt.number).waitFor();
  await openForm(desk, 'Изменить описание');
  await row.signedIn().put('didox24', `/known-problems/${id}`, {
    texts: { ru: { title: 'Вход по ключу не работает' } },
    affectedFrom: '1.1.0',
  });
  const title = desk.getByLabel('Что не так, на русском');
  await title.fill('Вход');
  await desk.keyboard.press('Enter');
  const refused = desk.getByRole('dialog').getByRole('alert');
  await refused.waitFor();
  const newer = desk.getByRole('button', { name: 'Взять новую редакцию' });
  await expect.poll(() => isFocused(newer)).toBe(true);
  expect(await inSight(refused)).toBe(true);
  expect(await title.inputValue()).toBe('Вход');
  expect((await read<KnownProblemView>(`/known-problems/${id}`)).texts.ru?.title).toBe(
    'Вход по ключу не работает',
  );
  expect(await axeComplaints(desk)).toEqual([]);

  await desk.keyboard.press('Enter');
  await desk.getByText('В новой редакции: Вход по ключу не работает').waitFor();
  expect(await title.inputValue()).toBe('Вход');
  expect(await axeComplaints(desk)).toEqual([]);
  const save = desk.getByRole('dialog').getByRole('button', { name: 'Сохранить описание' });
  await expect.poll(() => isFocused(save)).toBe(true);
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  const { texts, affectedFrom } = await read<KnownProblemView>(`/known-problems/${id}`);
  expect([texts.ru?.title, affectedFrom]).toEqual(['Вход', '1.1.0']);
  await desk.close();
});

test('a form that the server has not heard says so beside its button, and on the page once it is closed', async () => {
  const desk = await deskPage(browser, row, 'didox24/known-problems', { width: 360 });
  await openForm(desk, 'Описать проблему');
  await desk.getByLabel('Что не так, на русском').fill('Нет связи');
  await desk.context().setOffline(true);
  await desk.keyboard.press('Enter');
  const waits = desk.getByRole('dialog').getByText(/Отправим, когда ответит, пока форма открыта/);
  await waits.waitFor();
  expect(await inSight(waits)).toBe(true);
  await desk.keyboard.press('Escape');
  await desk.getByText('Не отправлено: «Описать проблему».').waitFor();
  await desk.context().setOffline(false);
  expect(await clean(desk)).toEqual([[], 0]);
  await press(desk, 'Открыть форму');
  expect(await desk.getByLabel('Что не так, на русском').inputValue()).toBe('Нет связи');
  await desk.getByRole('dialog').getByRole('button', { name: 'Описать проблему' }).press('Enter');
  await desk.getByRole('link', { name: 'Нет связи' }).waitFor();
  expect(await desk.getByText('Не отправлено').count()).toBe(0);
  await desk.close();
});

test('S1.3.2.4 DSK: a vulnerability is seen by few, needs a cure, and publishing it says who is told', async () => {
  const desk = await deskPage(browser, row, 'didox24/advisories');
  await desk.getByText('Уязвимостей нет').waitFor();
  expect(await clean(desk)).toEqual([[], 0]);
  await openForm(desk, 'Записать уязвимость');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Опасность').selectOption('critical');
  for (const [language, title] of [
    ['русском', 'Чужие документы'],
    ['узбекском', 'Begona hujjatlar'],
    ['английском', 'Papers of others'],
  ] as const) {
    await dialog.getByLabel(`Заголовок, на ${language}`).fill(title);
    await dialog.getByLabel(`Что это, на ${language}`).fill('Видны по номеру.');
  }
  expect(await axeComplaints(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Записать уязвимость' }).press('Enter');
  await desk.getByRole('link', { name: 'Чужие документы' }).press('Enter');
  await desk.getByText(/Видят все специалисты: на этом столе нет/).waitFor();
  await desk.getByText(/Публиковать пока нельзя: .* — п. 3.2/).waitFor();
  expect(await clean(desk)).toEqual([[], 0]);

  await openForm(desk, 'Опубликовать');
  await desk.keyboard.press('Enter');
  await dialog.getByRole('alert').waitFor();
  await desk.keyboard.press('Escape');
  await openForm(desk, 'Изменить текст');
  for (const language of ['русском', 'узбекском', 'английском'])
    await dialog.getByLabel(`Меры защиты, на ${language}`).fill('Закройте доступ.');
  await dialog.getByRole('button', { name: 'Сохранить текст' }).press('Enter');
  await desk.getByText(/Письмо получ|письма никто не получит/).waitFor();
  await openForm(desk, 'Опубликовать');
  await desk.keyboard.press('Enter');
  await desk.getByText(/Сообщаем владельцам договоров/).waitFor();
  await fireDue(row.server);
  await desk.getByText(/Письмо получил|Сообщать было некому/).waitFor();
  expect(await clean(desk)).toEqual([[], 0]);

  const id = desk.url().split('/').at(-1) ?? '';
  const href = `/advisories/didox24/${id}`;
  const shown = await read<{ page: string | null }>(`/advisories/${id}`);
  await desk.goto(`${row.server.url}${href}?lang=ru`);
  await desk.getByRole('heading', { name: 'Чужие документы' }).waitFor();
  expect([shown.page?.endsWith(href), ...(await clean(desk))]).toEqual([true, [], 0]);
  await desk.close();
});

test('S1.1.15 DSK S1.3.2.9 DSK: a ticket says how far its version lies behind, and is linked with what is known by keyboard', async () => {
  const vendor = 'didox24';
  await row.post(vendor, '/releases', {
    product: 'desktop',
    version: '1.6.0',
    releasedOn: '2026-10-01',
    texts: { ru: { fixes: ['Подпись ключом'] } },
  });
  const problem = await idOf(
    await row.post(vendor, '/known-problems', {
      texts: { ru: { title: 'Выгрузка теряет строки', workaround: 'Выгружайте по месяцам.' } },
    }),
  );
  const api = await row.requesterOf(vendor);
  const asked = completeRequest(row.packOf(vendor), 'error');
  const opened = await api.open({
    ...asked,
    context: { appVersion: '1.4.2', extra: { product: 'desktop' } },
  });
  const desk = await deskPage(browser, row, `${vendor}/${opened.id}`);
  await desk.getByText('Устарела: 1.4.2 → 1.6.0').waitFor();
  await desk.getByText('Подпись ключом').waitFor();
  await press(desk, 'Связать с проблемой');
  const dialog = desk.getByRole('dialog', { name: 'Связать с известной проблемой' });
  const picker = dialog.getByRole('combobox', { name: 'Известная проблема' });
  await picker.selectOption({ label: 'Выгрузка теряет строки' });
  expect(await axeComplaints(desk)).toEqual([]);
  await dialog.locator('footer .primary').press('Enter');
  await desk.getByRole('link', { name: 'Выгрузка теряет строки' }).waitFor();
  await desk.getByText('Обход: Выгружайте по месяцам.').waitFor();
  expect(await axeComplaints(desk)).toEqual([]);

  expect((await read<KnownProblemView>(`/known-problems/${problem}`)).tickets).toBe(1);
  await desk.close();
});

test('S4.3.2.3 DSK S3.2.4.1 DSK: an act waits for a version that is chosen from the registry, and its day comes with it', async () => {
  const vendor = 'jokercrm';
  await row.post(vendor, '/releases', { version: '3.1.0', releasedOn: '2026-10-01' });
  await row.post(vendor, '/releases', { version: '3.2.0', plannedOn: '2026-12-20' });
  const opened = await row.open(vendor, 'error');
  await row.done(opened, { act: 'start_diagnosis' });
  const desk = await deskPage(browser, row, `${vendor}/${opened.id}`);
  await press(desk, 'Ещё');
  await desk.getByRole('menuitem', { name: 'Назначить выпуск' }).press('Enter');
  const dialog = desk.getByRole('dialog');
  const picker = dialog.getByRole('combobox', { name: /Версия/ });
  await picker.selectOption('3.2.0');
  expect(await picker.locator('option').allTextContents()).toEqual([
    expect.any(String),
    '3.2.0, 20.12.2026',
  ]);
  expect(await dialog.getByLabel('День выпуска').inputValue()).toBe('2026-12-20');
  expect(await axeComplaints(desk)).toEqual([]);
  await dialog.getByRole('textbox').last().fill('Исправим в 3.2.0.');
  await dialog.locator('footer .primary').press('Enter');
  await expect.poll(async () => (await row.ticket(opened)).status).toBe('waiting_release');

  expect((await row.ticket(opened)).life.release).toEqual({ on: '2026-12-20', version: '3.2.0' });
  await desk.close();
});

test('S3.2.4.1 DSK: a ticket that waits for a version shows its day with the clause', async () => {
  const opened = await row.open('technokad', 'error');
  await row.done(opened, { act: 'plan_release', on: '2026-12-25', text: 'Исправим.' });
  const desk = await deskPage(browser, row, `technokad/${opened.id}`);
  const banner = desk.locator('desk-life');
  await banner.getByText(/25.12.2026/).waitFor();

  await banner.getByRole('button', { name: /п. 2.4/ }).waitFor();
  await desk.close();
});

test.each([
  { width: 360, locale: 'uz-UZ', dark: true },
  { width: 1280, locale: 'en-GB', dark: true },
] as const)('versions fit a page of $width px and read aloud, in $locale', async (look) => {
  const id = await idOf(
    await row.post('modme', '/releases', {
      version: `2.0.${look.width}`,
      plannedOn: '2026-12-15',
      texts: { ru: { fixes: ['Оплата закрывает долг', 'Отчёт по филиалам открывается'] } },
    }),
  );
  const desk = await deskPage(browser, row, 'modme/releases', look);
  await desk.getByRole('link', { name: `2.0.${look.width}` }).waitFor();
  const list = await clean(desk);
  await desk.goto(`${row.server.url}/desk#/modme/releases/${id}`);
  await desk.getByRole('heading', { name: `2.0.${look.width}` }).waitFor();

  expect([list, await clean(desk)]).toEqual([
    [[], 0],
    [[], 0],
  ]);
  expect((await read<ReleaseDetail>(`/releases/${id}`, 'modme')).releasedOn).toBeNull();
  await desk.close();
});

test('what a version mends is said anew from the desk, also once it is out, and its name may be pasted with spaces', async () => {
  const problem = await idOf(
    await row.post('didox24', '/known-problems', {
      texts: { ru: { title: 'Подпись не ставится' } },
    }),
  );
  const desk = await deskPage(browser, row, 'didox24/releases');
  await openForm(desk, 'Внести версию');
  await desk.getByLabel('Версия', { exact: true }).fill(' 8.4.0 ');
  await desk.getByRole('dialog').getByRole('button', { name: 'Внести версию' }).press('Enter');
  await desk.getByRole('link', { name: '8.4.0' }).press('Enter');
  await desk.getByText('Исправления не названы').waitFor();
  const release = new URL(desk.url()).hash.split('/').at(-1);

  await openForm(desk, 'Изменить исправления');
  await desk.getByLabel('Подпись не ставится').press('Space');
  await desk.getByLabel(/Что исправлено, на русском/).fill('Печать\n\n Выгрузка ');
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Сохранить исправления' }).press('Enter');
  await desk.getByRole('link', { name: 'Подпись не ставится' }).waitFor();
  const planned = await read<ReleaseDetail>(`/releases/${release}`);
  await row.post('didox24', `/releases/${release}/acts`, { act: 'publish' });
  await desk.reload();
  await openForm(desk, 'Изменить исправления');
  await desk.getByText('Версия вышла: кто ждёт того, что вы добавите').waitFor();
  await desk.getByLabel(/Что исправлено, на узбекском/).fill('Chop etish');
  await desk.getByRole('button', { name: 'Сохранить исправления' }).press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await clean(desk)).toEqual([[], 0]);

  expect(planned).toMatchObject({
    problems: [problem],
    texts: { ru: { fixes: ['Печать', 'Выгрузка'] } },
  });
  expect(await read<ReleaseDetail>(`/releases/${release}`)).toMatchObject({
    revision: 4,
    problems: [problem],
    texts: { ru: { fixes: ['Печать', 'Выгрузка'] }, uz: { fixes: ['Chop etish'] } },
  });
  await desk.close();
});
