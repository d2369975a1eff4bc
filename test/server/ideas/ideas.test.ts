import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { OutboxList } from '#shared/wire/outbox.ts';
import type { ArticleTaskList, IdeaList } from '#shared/wire/ideas.ts';
import type { TicketActBody } from '#shared/wire/ticket-act.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-20T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let dilnoza: Awaited<ReturnType<typeof demoRequester>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  dilnoza = await demoRequester(server, 'modme', 'dilnoza');
  const head = { id: 'head', name: 'Руководитель поддержки', role: 'head' } as const;
  for (const tenantId of ['modme', 'jokercrm', 'technokad'])
    await saveAgent(database.db, { tenantId, ...head });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const act = (vendor: string, id: string, body: TicketActBody) =>
  desk.post(vendor, `/tickets/${id}/acts`, body);
const listed = async (query = '', vendor = 'modme') =>
  ((await (await desk.get(vendor, `/feedback${query}`)).json()) as IdeaList).ideas;
const ideaOf = async (id: string, query = '', vendor = 'modme') =>
  (await listed(query, vendor)).find(({ ticket }) => ticket.id === id);
const kindsOf = async (id: string, vendor = 'modme') =>
  (await desk.ticket(vendor, id)).events.map(({ kind }) => kind);

test('S0.4.4 REG: feedback has a number, somebody who answers for it and a day for its outcome from its registration on', async () => {
  const { id, number } = await dilnoza.open('feedback');

  expect(number).toMatch(/^MOD-\d+$/);
  expect(await ideaOf(id)).toMatchObject({
    ticket: { number, category: { id: 'feedback', label: 'Отзыв' } },
    owner: { id: 'head', name: 'Руководитель поддержки' },
    target: 'product',
    dueAt: '2026-12-20T08:00:00.000Z',
    overdue: false,
    outcome: null,
    toldAt: null,
  });
});

test('what is no proposal has no place there', async () => {
  const { id } = await dilnoza.open('error');

  expect(await ideaOf(id)).toBeUndefined();
  expect(
    await codeOf(await desk.post('modme', `/feedback/${id}/owner`, { agent: 'demo' })),
  ).toEqual([404, 'idea.not_found']);
});

test('S0.4.4 DSK: feedback goes to another owner, ends with an outcome, and its author is told', async () => {
  const { id } = await dilnoza.open('feedback');
  await desk.post('modme', `/feedback/${id}/owner`, { agent: 'demo' });
  const owned = await ideaOf(id, '?owner=demo');
  clock.set('2026-11-20T08:30:00Z');
  const text = 'Спасибо, передали команде кассы.';
  const settled = await act('modme', id, { act: 'settle', outcome: 'noted', text });
  const { messages } = await dilnoza.api.thread(id);
  const { rows } = (await (await desk.get('modme', '/outbox')).json()) as OutboxList;

  expect(owned).toMatchObject({ owner: { id: 'demo', name: 'Специалист 1' } });
  expect(settled.status).toBe(200);
  expect(await ideaOf(id)).toBeUndefined();
  expect(await ideaOf(id, '?state=settled')).toMatchObject({
    outcome: 'noted',
    toldAt: '2026-11-20T08:30:00.000Z',
  });
  expect(messages.at(-1)).toMatchObject({ author: 'agent', text });
  expect(rows[0]).toMatchObject({ kind: 'ticket_closed', text: expect.stringContaining(text) });
});

test('S0.4.4 JOB: feedback without an outcome after 30 days is put before the desk, once; settled feedback is not', async () => {
  const forgotten = (await dilnoza.open('feedback')).id;
  const settled = (await dilnoza.open('feedback')).id;
  await act('modme', settled, { act: 'settle', outcome: 'done', text: 'Исправили.' });
  clock.set('2026-12-20T07:59:59.999Z');
  desk = await deskApi(server);
  await fireDue(server);
  const before = await ideaOf(forgotten, '?overdue=true');
  clock.set('2026-12-20T08:00:00Z');
  await fireDue(server);
  await fireDue(server);
  const overdue = await listed('?overdue=true');

  expect(before).toBeUndefined();
  expect(overdue.map(({ ticket }) => ticket.id)).toContain(forgotten);
  expect(overdue.map(({ ticket }) => ticket.id)).not.toContain(settled);
  expect((await kindsOf(forgotten)).filter((kind) => kind === 'idea_overdue')).toHaveLength(1);
  expect(await kindsOf(settled)).not.toContain('idea_overdue');
  expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
});

test('S0.13.3 DSK: an idea has a number and later a message that it was handed over', async () => {
  const { id, number } = await dilnoza.open('idea');
  const text = 'Передали разработчикам, номер у них DEV-17.';
  await act('modme', id, { act: 'hand_over', to: 'development', ref: 'DEV-17', text });
  const { events } = await desk.ticket('modme', id);

  expect(number).toMatch(/^MOD-\d+$/);
  expect((await dilnoza.api.thread(id)).messages.at(-1)).toMatchObject({ author: 'agent', text });
  expect(events.find(({ kind }) => kind === 'handed_over')).toMatchObject({
    params: { to: 'development', ref: 'DEV-17' },
  });
  expect(await ideaOf(id, '?state=settled')).toMatchObject({ outcome: 'handed_over' });
});

test('S0.4.7 DSK: a wish does not end without a hand-over or a refusal in words; the author hears which', async () => {
  const { id } = await dilnoza.open('idea');
  const ways: TicketActBody[] = [
    { act: 'resolve', text: 'Готово.' },
    { act: 'settle', outcome: 'noted', text: 'Спасибо.' },
    { act: 'decline' },
    { act: 'hand_over', to: 'development' },
  ];
  const refused: string[] = [];
  for (const way of ways) refused.push((await codeOf(await act('modme', id, way)))[1]);
  const text = 'Не возьмёмся: это меняет учёт для всех центров.';
  await act('modme', id, { act: 'decline', text });

  expect(refused).toEqual([
    'proposal.outcome_needed',
    'act.not_allowed',
    'words.needed',
    'words.needed',
  ]);
  expect(await ideaOf(id, '?state=settled')).toMatchObject({ outcome: 'declined' });
  expect((await dilnoza.api.thread(id)).messages.at(-1)).toMatchObject({ text });
});

test('S4.3.4.3 DSK, KB: a wish about the documentation becomes a task for an article, once, and the task ends with the article', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const { id } = await alla.open('wish');
  const aim = (target: string) => desk.post('jokercrm', `/feedback/${id}/target`, { target });
  await Promise.all([aim('docs'), aim('docs')]);
  const read = async (query = '') =>
    (
      (await (await desk.get('jokercrm', `/article-tasks${query}`)).json()) as ArticleTaskList
    ).tasks.filter(({ ticket }) => ticket === id);
  const open = await read();
  const finish = (article: string) =>
    desk.post('jokercrm', `/article-tasks/${open[0]!.id}/finish`, { article });
  await finish('https://jokercrm.ru/docs/api');
  const again = await finish('другая');

  expect(await ideaOf(id, '', 'jokercrm')).toMatchObject({ target: 'docs' });
  expect(open).toMatchObject([{ number: expect.any(String), subject: expect.any(String) }]);
  expect(again.status).toBe(204);
  expect(await read()).toEqual([]);
  expect(await read('?state=finished')).toMatchObject([
    { article: 'https://jokercrm.ru/docs/api' },
  ]);
  expect(
    (await kindsOf(id, 'jokercrm')).filter((kind) => kind === 'article_finished'),
  ).toHaveLength(1);
});

test('S4.3.4.3 DSK: a wish about functions stays with the product', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const { id } = await alla.open('wish');

  expect(await ideaOf(id, '', 'jokercrm')).toMatchObject({ target: 'product', outcome: null });
});

test('S3.4.1.6 DSK: TechnoKad: a written wish is taken, with its clause, and waits for an outcome', async () => {
  const irina = await demoRequester(server, 'technokad', 'irina');
  const { id } = await irina.open('wish');
  const { category } = await desk.ticket('technokad', id);

  expect(category).toMatchObject({ id: 'wish', clause: '4.1' });
  expect(await ideaOf(id, '', 'technokad')).toMatchObject({ owner: { id: 'head' }, outcome: null });
});

test('S4.1.4.1 DSK: a question about a foreign service goes to its maker: the requester is told whom to turn to, by the clause', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const { id } = await alla.open('third-party');
  const text = 'За хостинг отвечает его поставщик: напишите в поддержку «Хостинг-Пример».';
  const referred = await act('jokercrm', id, { act: 'refuse', reason: 'third-party', text });
  const { events } = (await referred.json()) as DeskTicket;

  expect(events.at(-1)).toMatchObject({
    kind: 'closed',
    params: { outcome: 'referred', reason: 'third-party', clause: '1.4' },
  });
  expect((await alla.api.thread(id)).messages.at(-1)).toMatchObject({ author: 'agent', text });
});

test('another desk has no part in it', async () => {
  const { id } = await dilnoza.open('idea');

  expect(await ideaOf(id, '', 'technokad')).toBeUndefined();
  for (const [path, body] of [
    ['owner', { agent: 'demo' }],
    ['target', { target: 'docs' }],
  ] as const)
    expect(await codeOf(await desk.post('technokad', `/feedback/${id}/${path}`, body))).toEqual([
      404,
      'idea.not_found',
    ]);
});
