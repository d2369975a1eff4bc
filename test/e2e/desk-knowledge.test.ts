import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleList, ArticleView, DeskArticle } from '#shared/wire/articles.ts';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import { completeRequest } from '#test/support/api.ts';
import { modmeArticles } from '#test/support/articles/modme.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
  for (const { slug, texts } of modmeArticles.slice(0, 4)) {
    const id = await written(slug, texts);
    await row.post('modme', `/articles/${id}/acts`, { act: 'publish' });
  }
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

async function written(slug: string, texts: object, vendor = 'modme'): Promise<string> {
  const made = await row.post(vendor, '/articles', { slug, visibility: 'public', texts });
  return ((await made.json()) as { id: string }).id;
}
const russian = (title: string, body: string) => ({ ru: { title, summary: '', body } });
const articleOf = async (id: string, vendor = 'modme') =>
  (await (await row.get(vendor, `/articles/${id}`)).json()) as DeskArticle;
const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];
const field = (desk: Page, name: string | RegExp) => desk.getByRole('textbox', { name });
const button = (desk: Page, name: string | RegExp) => desk.getByRole('button', { name });

test('S0.4.2 DSK: an article is written by keyboard, seen as its readers will, and published', async () => {
  const desk = await deskPage(browser, row, 'modme/articles');
  await desk.getByRole('link', { name: 'Написать статью' }).press('Enter');
  await desk.getByRole('heading', { name: 'Новая статья' }).waitFor();
  await desk.keyboard.type('Как сменить пароль');
  await field(desk, 'Текст').focus();
  await desk.keyboard.type(
    '## Шаги\n\n1. Откройте **профиль**\n2. <b>Смените</b> [тут](https://modme.uz)',
  );
  const look = desk.getByRole('region', { name: 'Как увидят заявители' });
  await look.getByRole('heading', { name: 'Шаги' }).waitFor();
  await look.getByText('<b>Смените</b>').waitFor();
  expect(await look.getByRole('link', { name: 'тут' }).getAttribute('rel')).toContain('noopener');
  expect(await field(desk, 'Имя в адресе').inputValue()).toBe('kak-smenit-parol');
  expect(await clean(desk)).toEqual([[], 0]);

  await button(desk, 'Сохранить и опубликовать').press('Enter');
  const title = desk.getByRole('heading', { name: 'Как сменить пароль' });
  await title.waitFor();
  await expect.poll(() => title.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(await clean(desk)).toEqual([[], 0]);
  const api = await row.requesterOf('modme');
  const read = (await (await api.get('/v1/articles/kak-smenit-parol')).json()) as ArticleView;
  expect([read.title, read.version]).toEqual(['Как сменить пароль', 1]);
  await desk.goBack();
  await desk.getByRole('heading', { name: 'Статьи' }).waitFor();
  await desk.close();
});

test('what an article lacks or the server refuses stands under its field, and the keyboard goes there', async () => {
  const desk = await deskPage(browser, row, 'modme/articles/new', { width: 360 });
  await desk.getByRole('heading', { name: 'Новая статья' }).waitFor();
  const says = async (name: string) => {
    const at = field(desk, name);
    await expect.poll(() => at.evaluate((one) => one.matches(':focus'))).toBe(true);
    const [described] = ((await at.getAttribute('aria-describedby')) ?? '').split(' ');
    return desk.locator(`[id='${described}']`).innerText();
  };
  await button(desk, 'Сохранить без публикации').press('Enter');
  expect(await says('Название')).toBe('Заполните это поле.');
  expect(await clean(desk)).toEqual([[], 0]);
  await field(desk, 'Название').fill('Где счёт');
  await field(desk, 'Текст').fill('В разделе «Счета».');
  await field(desk, 'Имя в адресе').fill('Где счёт');
  await button(desk, 'Сохранить без публикации').press('Enter');
  await expect.poll(() => says('Имя в адресе')).toBe('Напишите так: close-a-debt.');
  expect(await clean(desk)).toEqual([[], 0]);
  await desk.close();
});

test('what somebody writes outlives the page, and a version of somebody else loses neither', async () => {
  const id = await written('two-writers', russian('Двое', 'Первый текст'));
  const desk = await deskPage(browser, row, `modme/articles/${id}`);
  await button(desk, 'Изменить').press('Enter');
  await field(desk, 'Текст').fill('Мой текст');
  await row.signedIn().put('modme', `/articles/${id}`, {
    slug: 'two-writers',
    visibility: 'users',
    texts: russian('Двое', 'Чужой текст'),
  });
  await desk.reload();
  await desk.getByText(/Пока вы писали, появилась версия 2/).waitFor();
  expect(await field(desk, 'Текст').inputValue()).toBe('Мой текст');

  await button(desk, 'Сохранить без публикации').press('Enter');
  const beside = button(desk, 'Показать её рядом');
  await expect.poll(() => beside.evaluate((one) => one.matches(':focus'))).toBe(true);
  await desk.keyboard.press('Enter');
  await desk.getByRole('region', { name: 'Версия 2' }).getByText('Чужой текст').waitFor();
  expect((await articleOf(id)).version).toBe(2);
  await button(desk, 'Писать поверх версии 2').press('Enter');
  await desk.keyboard.press('Enter');
  await button(desk, 'Показать: Версия 2').press('Enter');
  await desk.getByText('Показана версия 2 из 3.').waitFor();
  await desk.getByText('Чужой текст').waitFor();

  const stored = await articleOf(id);
  expect([stored.version, stored.texts.ru?.body]).toEqual([3, 'Мой текст']);
  await desk.close();
});

test('a press that was answered into the void stores one version', async () => {
  const id = await written('lost-answer', russian('Потеря', 'Было'));
  const desk = await deskPage(browser, row, `modme/articles/${id}`);
  let lost = 0;
  await desk.route(`**/articles/${id}`, async (route) => {
    if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await button(desk, 'Изменить').press('Enter');
  await field(desk, 'Текст').fill('Стало');
  await button(desk, 'Сохранить без публикации').press('Enter');
  await button(desk, 'Опубликовать версию 2').waitFor();

  expect([lost, (await articleOf(id)).version]).toEqual([1, 2]);
  await desk.close();
});

test('an article is withdrawn once that is confirmed, and published again', async () => {
  const id = await written('withdrawn', russian('Уходит', 'Текст'));
  await row.post('modme', `/articles/${id}/acts`, { act: 'publish' });
  const desk = await deskPage(browser, row, `modme/articles/${id}`);
  await button(desk, 'Снять с публикации').press('Enter');
  await desk.getByRole('dialog').getByRole('button', { name: 'Снять с публикации' }).press('Enter');
  await desk.getByText('Снята', { exact: true }).waitFor();
  const title = desk.getByRole('heading', { name: 'Уходит' });
  await expect.poll(() => title.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect((await articleOf(id)).state).toBe('archived');
  await button(desk, 'Опубликовать версию 1').press('Enter');
  await desk.getByText('Опубликована', { exact: true }).waitFor();

  expect((await articleOf(id)).state).toBe('published');
  await desk.close();
});

test.each([
  ['another form of a word', 'долги учеников', 'Как закрыть долг ученика'],
  ['a typing mistake', 'посищаемость', 'Как отметить посещаемость'],
])('articles are found by %s', async (_case, asked, found) => {
  const desk = await deskPage(browser, row, 'modme/articles');
  await desk.getByRole('searchbox').fill(asked);
  await desk
    .getByRole('status')
    .filter({ hasText: /Найден/ })
    .waitFor({ state: 'attached' });
  const first = desk.getByRole('listitem').getByRole('link').first();

  expect(await first.textContent()).toBe(found);
  await desk.close();
});

test('S4.3.4.3 DSK, KB: a wish for an article stands in the list, fills it in, and ends when it is out', async () => {
  const ticket = await row.open('jokercrm', 'wish');
  await row.post('jokercrm', `/feedback/${ticket.id}/target`, { target: 'docs' });
  const tasks = async () =>
    ((await (await row.get('jokercrm', '/article-tasks')).json()) as ArticleTaskList).tasks;
  expect(await tasks()).toHaveLength(1);
  const desk = await deskPage(browser, row, 'jokercrm/articles/tasks');
  const wish = desk.getByRole('listitem').filter({ hasText: ticket.receipt.number });
  expect(await clean(desk)).toEqual([[], 0]);
  await wish.getByRole('link', { name: /^Написать статью/ }).press('Enter');
  const { subject } = await row.ticket(ticket);
  await expect.poll(() => field(desk, /^Название/).inputValue()).toBe(subject);
  await desk.getByText('Просят в обращении').waitFor();
  await field(desk, 'Текст').fill('Вот как.');
  await button(desk, 'Сохранить и опубликовать').press('Enter');
  await desk.getByRole('link', { name: 'Как видят заявители' }).waitFor();

  expect(await tasks()).toEqual([]);
  const listed = await row.get('jokercrm', '/articles?state=published');
  const { articles } = (await listed.json()) as ArticleList;
  expect(articles.map(({ title }) => title)).toEqual([subject]);
  await desk.close();
});

test('messages are found by forms of their words, marked, by keyboard; the way back leads to what was found', async () => {
  const ticket = await row.open('modme', 'error', {
    answers: { got: 'В карточке осталась задолженность <b>ученика</b>' },
  });
  await row.answer(ticket, { kind: 'note', text: 'Перепроверить задолженности за март' });
  const desk = await deskPage(browser, row, 'modme/messages');
  await desk.getByRole('searchbox').waitFor();
  await desk.keyboard.type('задолженностью');
  const hits = desk.getByRole('listitem');
  const marks = desk.locator('mark');
  await expect.poll(() => marks.allInnerTexts()).toEqual(['задолженности', 'задолженность']);
  const shown = await hits.allInnerTexts();
  expect(shown[0]).toContain('Заметка, видят только специалисты');
  expect(shown[1]).toContain('<b>ученика</b>');
  expect(await clean(desk)).toEqual([[], 0]);

  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await desk.locator('desk-timeline').waitFor();
  expect(desk.url()).toContain(ticket.id);
  await desk.goBack();
  await hits.first().waitFor();
  expect(await desk.getByRole('searchbox').inputValue()).toBe('задолженностью');
  await desk.getByRole('searchbox').fill('задолженность аметист');
  await desk.getByText('Сообщений со всеми этими словами нет').waitFor();
  await desk.close();
});

test('more messages than a page are shown page by page, each once', async () => {
  const ticket = await row.open('modme');
  for (let at = 0; at < 55; at += 1)
    await row.answer(ticket, { kind: 'note', text: `Бирюза номер ${at}` });
  const desk = await deskPage(browser, row, 'modme/messages', { width: 360, locale: 'uz-UZ' });
  await desk.getByRole('searchbox').fill('бирюзу');
  await button(desk, 'Yana koʻrsatish').press('Enter');
  const hits = desk.getByRole('listitem');
  await expect.poll(() => hits.count()).toBe(55);

  expect(new Set(await desk.locator('.excerpt').allInnerTexts()).size).toBe(55);
  expect(await clean(desk)).toEqual([[], 0]);
  await desk.close();
});

test.each([
  { width: 360, locale: 'uz-UZ' },
  { width: 1280, locale: 'en-GB' },
] as const)('articles fit $width px and read aloud, in $locale', async (look) => {
  const desk = await deskPage(browser, row, 'modme/articles', { ...look, dark: true });
  const first = desk.getByRole('listitem').getByRole('link').first();
  await first.waitFor();
  expect(await clean(desk)).toEqual([[], 0]);
  await first.press('Enter');
  const change = button(desk, /^(Change|Oʻzgartirish|Write upon)/);
  await change.waitFor();
  expect(await clean(desk)).toEqual([[], 0]);
  await change.press('Enter');
  await desk.locator('desk-article-editor textarea').first().waitFor();
  expect(await clean(desk)).toEqual([[], 0]);
  await desk.close();
});

test('S0.10.3 DSK S0.4.2 DSK: an article is linked into a reply by keyboard, reaches the requester and stands in the history', async () => {
  const ticket = await row.open('modme', 'question', {
    answers: { question: 'Остался долг у ученика, как его закрыть?' },
  });
  const desk = await deskPage(browser, row, `modme/${ticket.id}`);
  await field(desk, 'Ответ').fill('Вот как это сделать.');
  await desk.keyboard.press('Control+k');
  const found = desk.locator('desk-article-picker [role=option]');
  await found.first().waitFor();
  expect(await found.first().textContent()).toContain('Как закрыть долг ученика');
  expect(await axeComplaints(desk)).toEqual([]);
  await desk.keyboard.type('посищаемость');
  await expect.poll(() => found.first().textContent()).toContain('Как отметить посещаемость');
  await desk.keyboard.press('Enter');
  await desk.getByText('Ответ ссылкой: самообслуживание').waitFor();
  await desk.reload();
  await button(desk, 'Убрать Как отметить посещаемость').waitFor();
  await field(desk, 'Ответ').press('Control+k');
  await found.first().waitFor();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+Enter');
  const sent = desk.locator('desk-timeline').getByRole('list', { name: 'Статьи в ответе' });
  await sent.waitFor();
  expect(await sent.getByRole('link').allInnerTexts()).toEqual([
    'Как отметить посещаемость',
    'Как закрыть долг ученика',
  ]);
  expect(await clean(desk)).toEqual([[], 0]);

  const { messages } = await ticket.api.thread(ticket.id);
  expect(messages.at(-1)?.text).toContain('/articles/modme/close-a-debt');
  const [event] = await row.logged(ticket, 'replied');
  expect(event?.params).toMatchObject({ selfService: true });
  await desk.close();
});

test.each([
  ['S3.3.5.1 DSK', 'technokad', 'error'],
  ['S1.3.2.12 DSK', 'didox24', undefined],
])('%s: an answer by link is named with its clause', async (_row, vendor, category) => {
  const ticket = await row.open(vendor, category);
  const id = await written('answer', russian('Ответ на вопрос', 'Текст'), vendor);
  await row.post(vendor, `/articles/${id}/acts`, { act: 'publish' });
  const desk = await deskPage(browser, row, `${vendor}/${ticket.id}`, { width: 360 });
  await field(desk, 'Ответ').fill('Прочитайте статью.');
  await field(desk, 'Ответ').press('Control+k');
  await desk.keyboard.type('ответ на вопрос');
  await desk.locator('desk-article-picker [role=option]').first().click();
  const note = desk.locator('desk-composer .self-service');
  await note.waitFor();
  const { choices } = await row.ticket(ticket);
  const clause = choices.answers.find(({ needs }) => needs === 'article')?.clause;

  expect(clause).toBeDefined();
  expect(await note.getByRole('button').innerText()).toContain(clause!);
  expect(await clean(desk)).toEqual([[], 0]);
  await desk.close();
});

test('S0.4.2 DSK: what the requester met before they wrote stands beside the ticket', async () => {
  const listed = await row.get('modme', '/articles?state=published&locale=ru');
  const { articles } = (await listed.json()) as ArticleList;
  const api = await row.requesterOf('modme');
  const receipt = await api.open({
    ...completeRequest(row.packOf('modme')),
    articles: [
      { id: articles[0]!.id, use: 'shown' },
      { id: articles[0]!.id, use: 'opened' },
      { id: articles[1]!.id, use: 'dismissed' },
    ],
  });
  const desk = await deskPage(browser, row, `modme/${receipt.id}`);
  const beside = desk.locator('desk-beside section').filter({ hasText: 'Статьи' });
  await beside.waitFor();

  const met = (at: number) =>
    beside.getByRole('listitem').filter({ hasText: articles[at]!.title }).innerText();
  expect(await met(0)).toMatch(/открыта, показана|показана, открыта/);
  expect(await met(1)).toContain('не помогла');
  await desk.goto(`${row.server.url}/desk#/modme/articles`);
  const counted = desk.getByRole('listitem').filter({ hasText: articles[0]!.title });
  await counted.getByText('показана в 1 обращении, открыта в 1').waitFor();
  await desk.close();
});
