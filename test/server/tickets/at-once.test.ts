import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: () => Date.parse('2026-11-20T13:30:00Z') });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('S0.8.1 REG: one submission sent fifty times at once makes one ticket and one answer', async () => {
  const api = requesterApi(server);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () =>
      (await api.post('/v1/tickets', errorRequest, { key })).text(),
    ),
  );
  const [row] = await database.client.unsafe<{ n: number }[]>(
    'select count(*)::int as n from tickets',
  );

  expect(new Set(answers).size).toBe(1);
  expect(row?.n).toBe(1);
});

test('two agents who answer at once: both answers are kept, and the log tells each once', async () => {
  const { id } = await requesterApi(server).open();
  const desk = await deskApi(server);
  const say = (text: string) =>
    desk.post('modme', `/tickets/${id}/messages`, { kind: 'reply', text });
  const replies = await Promise.all(['Первый', 'Второй'].map(say));
  const { thread } = await desk
    .ticket('modme', id)
    .then((ticket) => ({ thread: JSON.stringify(ticket) }));
  const kinds = await database.client.unsafe<{ kind: string }[]>(
    'select kind from ticket_events where ticket_id = $1 order by seq',
    [id],
  );

  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  expect(thread).toContain('Первый');
  expect(thread).toContain('Второй');
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'opened',
    'replied',
    'first_responded',
    'replied',
  ]);
  expect((await verifyChain(database.db, 'modme')).brokenAt).toBeNull();
});

test('two agents who saw the same version: one answer is taken, the other agent hears of it', async () => {
  const { id } = await requesterApi(server).open();
  const desk = await deskApi(server);
  const seen = await desk.get('modme', `/tickets/${id}`);
  const version = seen.headers.get('etag') ?? '';
  await seen.body?.cancel();
  const say = (text: string) =>
    desk.post('modme', `/tickets/${id}/messages`, { kind: 'reply', text }, { 'if-match': version });
  const statuses = (await Promise.all(['Третий', 'Четвёртый'].map(say))).map(
    ({ status }) => status,
  );
  const [row] = await database.client.unsafe<{ n: number }[]>(
    "select count(*)::int as n from messages where ticket_id = $1 and author_kind = 'agent'",
    [id],
  );

  expect(version).not.toBe('');
  expect(statuses.toSorted((a, b) => a - b)).toEqual([expect.any(Number), 412]);
  expect(row?.n).toBe(1);
});
