import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketList } from '#shared/wire/ticket.ts';
import { codeOf, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const answer = { kind: 'reply', text: 'Проверяем.', attachments: [], resolve: false };

test('an answer whose response was lost is sent again with the version that was seen, and stands once', async () => {
  const { id } = await requesterApi(server).open();
  const { version } = await desk.ticket('modme', id);
  const headers = { 'idempotency-key': 'lost', 'if-match': `"${version}"` };
  const send = (body: object) => desk.post('modme', `/tickets/${id}/messages`, body, headers);
  const first = await send(answer);
  const again = await send(answer);
  const other = await send({ ...answer, text: 'Другое.' });

  expect([first.status, again.status]).toEqual([201, 201]);
  expect((await desk.ticket('modme', id)).messages).toHaveLength(2);
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
});

test('an answer that was being written while its requester read the thread stays unread', async () => {
  const api = requesterApi(server, { bearer: `dev_${'S'.repeat(43)}` });
  const { id } = await api.open();
  clock.set('2026-11-20T09:00:00Z');
  await desk.answer('modme', id, answer);
  clock.set('2026-11-20T09:02:00Z');
  await api.thread(id);
  // begun before the reading, stored after it
  clock.set('2026-11-20T09:01:00Z');
  await desk.answer('modme', id, answer);
  const { tickets } = (await (await api.get('/v1/tickets')).json()) as TicketList;
  await api.thread(id);
  const afterwards = (await (await api.get('/v1/tickets')).json()) as TicketList;

  expect(tickets.map(({ unread }) => unread)).toEqual([true]);
  expect(afterwards.tickets.map(({ unread }) => unread)).toEqual([false]);
});
