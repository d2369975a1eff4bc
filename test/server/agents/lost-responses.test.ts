import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketList } from '#shared/wire/ticket.ts';
import { demoPeople } from '#server/demo/people.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
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

const jokerBearer = () =>
  server.signAsHost(
    'jokercrm',
    demoPeople.find(({ vendor, id }) => vendor === 'jokercrm' && id === 'marina')!.claims,
  );
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

test('so is an act without words, with everything that it leads to', async () => {
  const { id } = await requesterApi(server).open();
  const { version } = await desk.ticket('modme', id);
  const headers = { 'idempotency-key': 'lost-act', 'if-match': `"${version}"` };
  const send = (body: object) => desk.post('modme', `/tickets/${id}/acts`, body, headers);
  const rank = { act: 'set_severity', severity: 'high' };
  const [first, again] = await Promise.all([send(rank), send(rank)]);
  const later = await send(rank);
  const other = await send({ ...rank, severity: 'low' });
  const { events, severity } = await desk.ticket('modme', id);

  expect([first.status, again.status, later.status]).toEqual([200, 200, 200]);
  expect(events.filter(({ kind }) => kind === 'severity_set')).toHaveLength(1);
  expect(severity).toBe('high');
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
});

test('an arrival is confirmed once, and a key of it does nothing else', async () => {
  const api = requesterApi(server, { vendor: 'jokercrm', bearer: await jokerBearer() });
  const { pack } = server.deps.policies.inForce('jokercrm', clock.now())!;
  const { id, status } = await api.open(completeRequest(pack));
  const send = (body: object) =>
    desk.post('jokercrm', `/tickets/${id}/acts`, body, { 'idempotency-key': 'arrival' });
  const done = [await send({ act: 'confirm_arrival' }), await send({ act: 'confirm_arrival' })];
  const other = await send({ act: 'start_diagnosis' });
  const { events } = await desk.ticket('jokercrm', id);

  expect(status).toBe('awaiting_channel');
  expect(done.map((one) => one.status)).toEqual([200, 200]);
  expect(events.filter(({ kind }) => kind === 'channel_confirmed')).toHaveLength(1);
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
});

test('a requester withdraws once under a key', async () => {
  const api = requesterApi(server, { bearer: `dev_${'W'.repeat(43)}` });
  const { id } = await api.open();
  const send = (body: object) => api.post(`/v1/tickets/${id}/acts`, body, { key: 'withdrawn' });
  const done = await Promise.all([send({ act: 'withdraw' }), send({ act: 'withdraw' })]);
  const other = await send({ act: 'reopen' });
  const { events } = await desk.ticket('modme', id);

  expect(done.map((one) => one.status)).toEqual([200, 200]);
  expect(events.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
});

test('an act that was refused leaves its key free', async () => {
  const { id } = await requesterApi(server).open();
  const send = (body: object) =>
    desk.post('modme', `/tickets/${id}/acts`, body, { 'idempotency-key': 'refused' });

  expect(await codeOf(await send({ act: 'finish_follow_up' }))).toEqual([409, 'follow_up.closed']);
  expect((await send({ act: 'start_diagnosis' })).status).toBe(200);
});

test('a check that is sent twice is one check', async () => {
  const check = {
    name: 'Портал',
    url: 'https://portal.example/',
    everyMinutes: 5,
    expectStatus: 200,
    failuresToOpen: 2,
    notifyAffected: false,
  };
  const send = (body: object) =>
    desk.post('modme', '/checks', body, { 'idempotency-key': 'check' });
  const ids = await Promise.all(
    [send(check), send(check)].map(
      async (sent) => ((await (await sent).json()) as { id: string }).id,
    ),
  );
  const { rows } = (await (await desk.get('modme', '/checks')).json()) as { rows: object[] };

  expect(new Set(ids).size).toBe(1);
  expect(rows).toHaveLength(1);
  expect(await codeOf(await send({ ...check, everyMinutes: 10 }))).toEqual([
    422,
    'idempotency_key.reused',
  ]);
});
