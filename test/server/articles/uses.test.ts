import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleHit, ArticleList, DeskArticle, UsedArticles } from '#shared/wire/articles.ts';
import { completeRequest, device, requesterApi } from '#test/support/api.ts';
import type { MetArticle } from '#shared/article-uses.ts';
import { readingNeeded } from '#server/features/articles/reading-needed.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk();
});
afterAll(() => desk.close());

async function published(vendor: string, slug: string, title: string): Promise<string> {
  const texts = { ru: { title, summary: '', body: 'Текст' } };
  const made = await desk.post(vendor, '/articles', { slug, visibility: 'public', texts });
  const { id } = (await made.json()) as { id: string };
  await desk.post(vendor, `/articles/${id}/acts`, { act: 'publish' });
  return id;
}
const usesOf = async (ticketId: string) =>
  (
    await desk.database.client.unsafe(
      `select article_id, use from article_uses where ticket_id = '${ticketId}' order by use`,
    )
  ).map((row) => [row['article_id'], row['use']]);

test.each([
  ['S0.4.2 KB', 'modme', 'question'],
  ['S3.3.3.1 KB', 'technokad', undefined],
  ['S4.1.2.1 KB', 'jokercrm', undefined],
])(
  '%s: articles are suggested while a request is written, and what became of them stays with it',
  async (row, vendor, category) => {
    const slug = row.toLowerCase().replaceAll(/[. ]/g, '-');
    const first = await published(vendor, `${slug}-a`, 'Сброс аметиста');
    const second = await published(vendor, `${slug}-b`, 'Настройка аметиста');
    const api = await desk.requesterOf(vendor);
    const asked = await api.get(`/v1/articles/suggest?q=${encodeURIComponent('аметист сбросить')}`);
    const { articles } = (await asked.json()) as { articles: ArticleHit[] };
    const receipt = await api.open({
      ...completeRequest(desk.packOf(vendor), category),
      articles: [
        { id: first, use: 'shown' },
        { id: first, use: 'opened' },
        { id: second, use: 'dismissed' },
        { id: second, use: 'dismissed' },
      ],
    });

    expect(articles.map(({ id }) => id)).toContain(first);
    expect(await usesOf(receipt.id)).toEqual([
      [second, 'dismissed'],
      [first, 'opened'],
      [first, 'shown'],
    ]);
    const listed = (await (await desk.get(vendor, '/articles')).json()) as ArticleList;
    const counted = new Map(listed.articles.map(({ id, uses }) => [id, uses]));
    expect(counted.get(first)).toEqual({ shown: 1, opened: 1 });
    expect(counted.get(second)).toEqual({ dismissed: 1 });
  },
);

test('S3.3.3.1 KB: an article that helped is counted without a request, for whom it is and not by the second', async () => {
  const id = await published('technokad', 'helped', 'Как закрыть смену');
  const api = requesterApi(desk.server, { vendor: 'technokad' });
  const say = async (slug: string, use = 'helped') =>
    (await api.post(`/v1/articles/${slug}/uses`, { use })).status;

  expect([await say('helped'), await say('helped'), await say('none')]).toEqual([204, 204, 404]);
  expect(await say('helped', 'shown')).toBe(400);
  const counted = async () =>
    ((await (await desk.get('technokad', `/articles/${id}`)).json()) as DeskArticle).uses;
  expect(await counted()).toEqual({ helped: 1 });
  desk.clock.set(new Date(desk.clock.now() + 11_000).toISOString());
  await say('helped');
  expect(await counted()).toEqual({ helped: 2 });
});

test('an article that there is not stops nobody, and nothing is kept of it', async () => {
  const api = await desk.requesterOf('modme');
  const receipt = await api.open({
    ...completeRequest(desk.packOf('modme')),
    articles: [{ id: 'art_none', use: 'opened' }],
  });

  expect(await usesOf(receipt.id)).toEqual([]);
});

describe('C7: reading comes first, as strictly as the pack asks', () => {
  const needed = (
    mode: 'suggest' | 'confirm' | 'require',
    articles: readonly MetArticle[],
    { answers = {}, vendor = 'moidokumenty', story = 'Как закрыть долг ученика' } = {},
  ) => {
    const pack = desk.packOf(vendor);
    const { intake } = pack;
    const strict = { ...pack, intake: { ...intake, deflection: { mode, clause: '9.9' } } };
    const asked = { tenantId: vendor, articles, answers, story, locale: 'ru' } as const;
    return readingNeeded(desk.server.deps, strict, {
      ...asked,
      identity: { kind: 'nobody' },
      category: intake.categories[0]!.id,
    });
  };

  test('nobody is sent to a documentation without articles on the subject', async () => {
    expect(await needed('require', [])).toBeUndefined();
    await published('moidokumenty', 'other', 'Настройка касс');

    expect(await needed('require', [])).toBeUndefined();
  });

  test('S3.3.3.1 KB S4.1.2.1 KB: suggested, confirmed or opened, with the clause', async () => {
    const id = await published('moidokumenty', 'first', 'Как закрывают долги');

    expect(await needed('suggest', [])).toBeUndefined();
    expect(await needed('require', [])).toEqual({ code: 'article.open_first', clause: '9.9' });
    expect(await needed('require', [{ id, use: 'shown' }])).toMatchObject({
      code: 'article.open_first',
    });
    expect(await needed('require', [{ id: 'art_none', use: 'opened' }])).toMatchObject({
      code: 'article.open_first',
    });
    expect(await needed('require', [{ id, use: 'opened' }])).toBeUndefined();
    expect(await needed('confirm', [{ id, use: 'opened' }])).toEqual({
      code: 'article.confirm_first',
      clause: '9.9',
    });
    expect(await needed('confirm', [{ id, use: 'confirmed' }])).toBeUndefined();
  });

  test('a critical report never waits', async () => {
    const { severity } = desk.packOf('jokercrm').intake;
    const [critical, lighter] = ['critical', 'normal'].map(
      (wanted) => Object.entries(severity!.suggests).find(([, one]) => one === wanted)![0],
    );
    await published('jokercrm', 'for-waiting', 'Долг ученика');
    const said = (choice = '') =>
      needed('require', [], { answers: { [severity!.field]: choice }, vendor: 'jokercrm' });

    expect(await said(critical)).toBeUndefined();
    expect(await said(lighter)).toMatchObject({ code: 'article.open_first' });
  });
});

describe('a question that is like an article names it', () => {
  const alike = 'Межевой план не выгружается, выгрузка XML молчит';
  const opened = async (articles: (id: string) => MetArticle[], got = alike, docUrl = '') => {
    const slug = `plan-${desk.server.deps.ids
      .secret()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')}`;
    const id = await published('technokad', slug, 'Межевой план: выгрузка XML');
    const api = await desk.requesterOf('technokad');
    const body = completeRequest(desk.packOf('technokad'), 'error');
    const answers = { ...body.answers, got, ...(docUrl ? { docUrl } : {}) };
    if (!docUrl) Reflect.deleteProperty(answers, 'docUrl');
    const answer = await api.post('/v1/tickets', { ...body, answers, articles: articles(id) });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };

  test.each<[string, (id: string) => MetArticle[], string, string, boolean]>([
    ['opened, and the words are its title’s', (id) => [{ id, use: 'opened' }], alike, '', true],
    ['shown, likewise', (id) => [{ id, use: 'shown' }], alike, '', true],
    [
      'its reader says so, whatever the words',
      (id) => [{ id, use: 'similar' }],
      'Ошибка 4012',
      '',
      true,
    ],
    ['linked', (id) => [{ id, use: 'similar' }], alike, 'https://kb.example/plan#3', false],
    ['opened, and the words are others', (id) => [{ id, use: 'opened' }], 'Ошибка 4012', '', false],
    [
      'put aside',
      (id) => [
        { id, use: 'shown' },
        { id, use: 'dismissed' },
      ],
      alike,
      '',
      true,
    ],
    ['nothing is reported', () => [], alike, '', true],
    ['nothing is reported, and the words are others', () => [], 'Ошибка 4012', '', false],
  ])('%s', async (_case, articles, got, docUrl, refused) => {
    expect(await opened(articles, got, docUrl)).toEqual(
      refused ? [422, 'article.link_first'] : [201, undefined],
    );
  });
});

test.each([
  ['S3.3.5.1 KB, DSK', 'technokad', 'error'],
  ['S4.4.5.1 KB', 'jokercrm', undefined],
  ['S1.3.2.12 KB, DSK', 'didox24', undefined],
])(
  '%s: an answer by a link to an article is a response, marked as self-service, and may be found wanting',
  async (row, vendor, category) => {
    const slug = row.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const id = await published(vendor, slug, 'Как сбросить');
    const ticket = await desk.open(vendor, category);
    await desk.answer(ticket, { kind: 'reply', text: 'Смотрите статью.', articles: [id] });
    const shown = await desk.ticket(ticket);
    const [first] = await desk.logged(ticket, 'first_responded');
    const [replied] = await desk.logged(ticket, 'replied');

    const link = `Смотрите статью.\n\nКак сбросить\n${desk.server.url}/articles/${vendor}/${slug}`;
    expect(shown.messages.at(-1)?.text).toBe(link);
    expect(first?.params).toMatchObject({ by: 'answer' });
    expect(replied?.params).toMatchObject({ selfService: true });
    expect(await usesOf(ticket.id)).toEqual([[id, 'answer']]);
    const beside = await desk.get(vendor, `/tickets/${ticket.id}/articles`);
    expect(((await beside.json()) as UsedArticles).articles).toMatchObject([
      { id, title: 'Как сбросить', uses: [{ use: 'answer' }] },
    ]);
    expect((await ticket.api.thread(ticket.id)).messages.at(-1)?.text).toBe(link);
    const page = await fetch(`${desk.server.url}/articles/${vendor}/${slug}`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Как сбросить'),
    ]);

    await ticket.api.post(`/v1/tickets/${ticket.id}/messages`, { text: 'Не помогло' });
    expect((await desk.ticket(ticket)).status).not.toMatch(/resolved|closed/);
  },
);

test('an article that readers do not have answers nothing, and nothing is written', async () => {
  const ticket = await desk.open('technokad', 'error');
  const refused = await desk.post('technokad', `/tickets/${ticket.id}/messages`, {
    kind: 'reply',
    text: 'Смотрите статью.',
    articles: ['art_none'],
  });

  expect(refused.status).toBe(404);
  expect((await desk.ticket(ticket)).messages).toHaveLength(1);
});

test('what was given may be read by whom it was given to, whoever it is for', async () => {
  const texts = { ru: { title: 'Для договоров', summary: '', body: 'Текст' } };
  const draft = { slug: 'for-contracts', visibility: 'contract', texts };
  const made = await desk.post('modme', '/articles', draft);
  const { id } = (await made.json()) as { id: string };
  await desk.post('modme', `/articles/${id}/acts`, { act: 'publish' });
  const stranger = requesterApi(desk.server, { vendor: 'modme' });
  const ticket = await desk.open('modme', undefined, { api: stranger });
  const read = async (api = stranger) =>
    (await api.get('/v1/articles/for-contracts?locale=ru')).status;
  const before = await read();
  await desk.answer(ticket, { kind: 'reply', text: 'Смотрите.', articles: [id] });

  expect([before, await read()]).toEqual([404, 200]);
  expect(await read(requesterApi(desk.server, { vendor: 'modme', bearer: device('2') }))).toBe(404);
  const href = `${desk.server.url}/articles/modme/for-contracts`;
  expect((await stranger.thread(ticket.id)).articles).toEqual([
    { slug: 'for-contracts', title: 'Для договоров', locale: 'ru', href },
  ]);
});
