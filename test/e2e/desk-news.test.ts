import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import type { SurveyCommentList, WaveView } from '#shared/wire/surveys.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
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

const rowsOf = async <Row>(path: string) =>
  ((await (await row.get('modme', path)).json()) as { readonly rows: readonly Row[] }).rows;

test('planned works are announced from the desk in three languages, and its log shows who was written to', async () => {
  await row.open('modme');
  const desk = await deskPage(browser, row, 'modme/announcements');
  await desk.getByText('Объявлений ещё не было').waitFor();
  await desk.getByRole('button', { name: 'Объявить' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('combobox', { name: 'О чём' }).selectOption('planned_works');
  await form.getByText('Ещё пусто: русский, узбекский, английский.').waitFor();
  await form.getByLabel('Работы с').fill('2026-11-21T22:00');
  await form.getByLabel('Работы до').fill('2026-11-21T23:00');
  for (const language of ['русски', 'узбекски', 'английски']) {
    await form.getByLabel(`Заголовок по-${language}`).fill(`Работы (${language})`);
    await form.getByLabel(`Текст по-${language}`).fill('В субботу с 22:00 до 23:00.');
  }
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  expect(await form.getByText('Ещё пусто').count()).toBe(0);
  await form.getByLabel('Заголовок по-английски').press('Enter');
  await desk.getByText('Рассылается').waitFor();
  await fireDue(row.server);
  await desk.reload();
  await desk.getByText('1 письмо').waitFor();
  await desk.getByText('Работы (русски)').click();
  await desk.getByText('Ждёт').waitFor();
  await desk.getByText('Dilnoza Karimova').waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  const [announced] = await rowsOf<AnnouncementView>('/announcements');
  expect(announced).toMatchObject({
    kind: 'planned_works',
    audience: { kind: 'all' },
    deliveries: 1,
    works: { from: '2026-11-21T19:00:00.000Z', until: '2026-11-21T20:00:00.000Z' },
    texts: { uz: { title: 'Работы (узбекски)' } },
  });
  await desk.close();
});

test.each([1280, 360])(
  'what there is not is said in words in every section, with a way back: at %d px',
  async (width) => {
    const desk = await deskPage(browser, row, 'modme/webhooks/nope', {
      width,
      dark: width === 360,
    });
    for (const [section, more] of [
      ['webhooks', 'Такого получателя нет.'],
      ['checks', ''],
      ['announcements', ''],
      ['surveys', ''],
      ['api-keys', ''],
      ['messages', ''],
      ['releases', 'Такой версии нет.'],
      ['known-problems', ''],
      ['advisories', ''],
      ['articles', ''],
    ] as const) {
      await desk.goto(`${row.server.url}/desk#/modme/${section}/nope`);
      await desk.getByText('Такого здесь нет').waitFor();
      if (more !== '') await desk.getByText(more).waitFor();
      expect([section, await axeComplaints(desk), await sideways(desk)]).toEqual([section, [], 0]);
      await desk.getByRole('link', { name: 'К списку' }).click();
      await desk.getByText('Такого здесь нет').waitFor({ state: 'detached' });
    }
    await desk.close();
  },
);

test('an announcement with a secret in it is refused, and nothing of its text is lost', async () => {
  const desk = await deskPage(browser, row, 'modme/announcements');
  await desk.getByRole('button', { name: 'Объявить' }).press('Enter');
  const form = desk.getByRole('dialog');
  for (const language of ['русски', 'узбекски', 'английски']) {
    await form.getByLabel(`Заголовок по-${language}`).fill('Новый вход');
    await form.getByLabel(`Текст по-${language}`).fill('Пароль: Qwerty-12345');
  }
  await form.getByRole('button', { name: 'Объявить' }).press('Enter');
  const told = form.getByLabel('Текст по-русски');
  await expect.poll(() => told.evaluate((area) => area.matches(':focus'))).toBe(true);
  expect(await told.getAttribute('aria-invalid')).toBe('true');

  expect(await form.getByLabel('Текст по-узбекски').inputValue()).toBe('Пароль: Qwerty-12345');
  expect(await rowsOf('/announcements')).toHaveLength(1);
  await desk.close();
});

test('what was written of an announcement outlives Escape and a reload, until it is put away', async () => {
  const desk = await deskPage(browser, row, 'modme/announcements');
  const form = desk.getByRole('dialog');
  const title = form.getByLabel('Заголовок по-узбекски');
  const open = () => desk.getByRole('button', { name: 'Объявить' }).press('Enter');
  await open();
  await title.fill('Yangi versiya');
  await desk.keyboard.press('Escape');
  await open();
  expect(await title.inputValue()).toBe('Yangi versiya');
  await desk.reload();
  await open();
  expect(await title.inputValue()).toBe('Yangi versiya');
  expect(await axeComplaints(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Начать заново' }).press('Enter');
  expect(await title.inputValue()).toBe('');
  await desk.keyboard.press('Escape');
  await open();
  expect(await form.getByText('Здесь то, что вы писали').count()).toBe(0);
  await desk.close();
});

test('a wave is planned by keyboard, and its figures stand in the list', async () => {
  const desk = await deskPage(browser, row, 'modme/surveys', { width: 360, dark: true });
  await desk.getByRole('button', { name: 'Назначить опрос' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByLabel('Процент клиентов').fill('100');
  await form.getByRole('combobox', { name: 'Повторять' }).selectOption('quarter');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await form.getByLabel('Процент клиентов').press('Enter');
  await desk.getByText('100 % клиентов, снова каждый квартал').waitFor();
  await fireDue(row.server);
  await desk.reload();
  await desk.getByText(/Разослан пт/).waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  const waves = await rowsOf<WaveView>('/survey-waves');
  expect(waves.filter(({ sentAt }) => sentAt !== null)).toHaveLength(1);
  await desk.close();
});

test('what somebody wrote to a survey is handed on once, and stands among the proposals', async () => {
  const { id } = await row.open('modme');
  await row.database.client.unsafe(`
    insert into surveys (tenant_id, id, kind, wave_id, requester_id, questions, token_sha256, issued_at, expires_at)
      select 'modme', 'srv_said', 'wave', 'wav_1', requester_id, '[]', 'said', '2026-11-19T08:00Z', '2026-12-19T08:00Z'
      from tickets where tenant_id = 'modme' and id = '${id}'`);
  await row.database.client.unsafe(`
    insert into survey_answers (tenant_id, survey_id, score, comment, answered_at)
      values ('modme', 'srv_said', 4, 'Сделайте тёмную тему', '2026-11-20T07:00Z')`);
  const desk = await deskPage(browser, row, 'modme/surveys', { width: 360 });
  const said = desk.getByRole('listitem').filter({ hasText: 'Сделайте тёмную тему' }).first();
  await said.getByText(/4 из 5 · опрос .+ · ответ /).waitFor();
  await said.getByRole('button', { name: 'Передать дальше' }).press('Enter');
  const form = desk.getByRole('dialog');
  const category = form.getByRole('combobox', { name: 'Как что' });
  expect(await category.inputValue()).toBe('idea');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Передать дальше' }).press('Enter');
  const handed = said.getByRole('link', { name: /Передано как / });
  const number = (await handed.innerText()).replace('Передано как ', '');
  await desk.getByRole('link', { name: `${number} · ` }).waitFor();
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  expect(await said.getByRole('button').count()).toBe(0);
  const listed = (await (await row.get('modme', '/survey-comments')).json()) as SurveyCommentList;
  expect(listed.comments).toMatchObject([{ id: 'srv_said', number }]);
  await desk.close();
});

test('those with a plan are chosen from the plans that the regulation names', async () => {
  const desk = await deskPage(browser, row, 'jokercrm/announcements');
  await desk.getByRole('button', { name: 'Объявить' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Кому' }).selectOption('plan');
  const plans = form.getByRole('combobox', { name: 'Тариф' }).getByRole('option');

  expect((await plans.allInnerTexts()).slice(1)).toEqual(
    row.packOf('jokercrm').plans.map(({ name }) => name.ru),
  );
  await desk.close();
});

test('a proposal gets its owner, and becomes a task for an article', async () => {
  const opened = await row.open('jokercrm', 'wish');
  const desk = await deskPage(browser, row, 'jokercrm/surveys');
  const wish = desk.getByRole('listitem').filter({ hasText: opened.receipt.number });
  await wish.getByRole('button', { name: 'Назначить ответственного' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Кто' }).selectOption({ label: 'Специалист 1' });
  await desk.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Назначить ответственного' }).press('Enter');
  await wish.getByText('отвечает Специалист 1').waitFor();
  await wish.getByRole('button', { name: 'О чём оно' }).press('Enter');
  await form.getByRole('combobox', { name: 'О чём оно' }).selectOption('docs');
  await form.getByRole('button', { name: 'О чём оно' }).press('Enter');
  await wish.getByText('О документации').waitFor();

  const tasks = (await (await row.get('jokercrm', '/article-tasks')).json()) as {
    readonly tasks: readonly { readonly ticket: string }[];
  };
  expect(tasks.tasks).toMatchObject([{ ticket: opened.id }]);
  await desk.close();
});

test('what is planned is taken back from the desk before its time, after it is asked once more', async () => {
  const text = { title: 'Новая версия', text: 'Выйдет в декабре.' };
  await row.post('modme', '/announcements', {
    kind: 'version',
    texts: { ru: text, uz: text, en: text },
    audience: { kind: 'all' },
    publishAt: '2099-12-01T06:00:00.000Z',
  });
  const desk = await deskPage(browser, row, 'modme/announcements');
  await desk.getByText('Новая версия').click();
  await desk.getByRole('button', { name: 'Отозвать объявление' }).press('Enter');
  const form = desk.getByRole('dialog');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Отозвать объявление' }).press('Enter');
  await desk.getByText('Отозвано').waitFor();

  const [withdrawn] = await rowsOf<AnnouncementView>('/announcements');
  expect(withdrawn).toMatchObject({ version: 2, deliveries: 0 });
  expect(withdrawn?.withdrawnAt).not.toBeNull();
  expect(await desk.getByRole('button', { name: 'Отозвать объявление' }).count()).toBe(0);
  await desk.close();
});

test('what is planned is said anew from the desk, in the reader’s time, upon what a colleague has changed meanwhile', async () => {
  const text = { title: 'Работы ночью', text: 'Сервис недоступен.' };
  const works = { from: '2099-12-01T20:00:00.000Z', until: '2099-12-01T22:00:00.000Z' };
  const planned = {
    kind: 'planned_works',
    texts: { ru: text, uz: text, en: text },
    audience: { kind: 'version', version: '1.4.0' },
    publishAt: '2099-11-30T06:00:00.000Z',
    works,
  };
  await row.post('modme', '/announcements', planned);
  const announced = async () => (await rowsOf<AnnouncementView>('/announcements'))[0]!;
  const { id } = await announced();
  const desk = await deskPage(browser, row, 'modme/announcements', { width: 360 });
  await desk.getByText('Работы ночью').click();
  await desk.getByRole('button', { name: 'Изменить объявление' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByText('По вашему времени: UTC+3, Europe/Moscow.').waitFor();
  expect(await form.getByLabel('Работы с').inputValue()).toBe('2099-12-01T23:00');
  expect(await form.getByLabel('Когда').inputValue()).toBe('2099-11-30T09:00');
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

  await form.getByLabel('Работы до').fill('2099-12-01T22:00');
  await form.getByRole('button', { name: 'Сохранить объявление' }).press('Enter');
  await form.getByText('Конец должен быть позже начала.').waitFor();
  await form.getByLabel('Работы до').fill('2099-12-02T02:00');
  await form.getByLabel('Версия из последнего обращения').fill(' 1.5.0 ');
  const theirs = { ...planned, texts: { ...planned.texts, ru: { ...text, title: 'Работы' } } };
  await row.signedIn().put('modme', `/announcements/${id}`, theirs);
  await form.getByRole('button', { name: 'Сохранить объявление' }).press('Enter');
  await form.getByRole('button', { name: 'Взять новую редакцию' }).press('Enter');
  await form.getByText('Теперь вы пишете поверх новой редакции').waitFor();
  await form.getByRole('button', { name: 'Сохранить объявление' }).press('Enter');
  await form.waitFor({ state: 'hidden' });

  expect(await announced()).toMatchObject({
    version: 3,
    texts: { ru: { title: 'Работы' } },
    audience: { kind: 'version', version: '1.5.0' },
    publishAt: planned.publishAt,
    works: { from: works.from, until: '2099-12-01T23:00:00.000Z' },
  });
  await desk.close();
});
