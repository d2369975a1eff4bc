import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutboxList } from '#shared/wire/outbox.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import { demoAgent } from '#server/demo/seed.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import type { Settled } from '#server/features/outbox/settle-letter.ts';
import { codeOf, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-23T06:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let head: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  await saveAgent(database.db, { tenantId: 'modme', id: 'agt_head', name: 'Глава', role: 'head' });
  desk = await deskApi(server);
  head = await deskApi(server, await createSignInToken(server.deps, 'agt_head'));
});
beforeEach(() => database.client.unsafe('truncate outbox, agent_notices'));
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Sends what waits, and every attempt ends so. */
const sendAll = (settled: Settled) =>
  sendLetters({
    ...server.deps,
    transport: { deliver: async () => settled, close: () => undefined },
    from: 'support@desk.example',
    leaseMs: 60_000,
  });
const refused: Settled = { sent: false, code: 'EENVELOPE', final: true };
const opened = async () => {
  const claims = { sub: 'user-1', email: 'alisher@namuna.example', email_verified: true };
  const bearer = await server.signAsHost('modme', claims);
  return requesterApi(server, { bearer }).open();
};
const noticesOf = async (agent: typeof desk) =>
  ((await (await agent.get('modme', '/notices')).json()) as NoticeList).rows;
const letters = async () =>
  ((await (await desk.get('modme', '/outbox')).json()) as OutboxList).rows;
const again = (id: string, vendor = 'modme') => desk.post(vendor, `/outbox/${id}/again`, {});

test('a letter that is given up is told once, to whoever has the ticket, else to the heads', async () => {
  const { number, id } = await opened();
  await sendAll(refused);
  await sendAll(refused);

  expect(await noticesOf(desk)).toEqual([]);
  expect(await noticesOf(head)).toMatchObject([
    { kind: 'letter_failed', ticketId: id, ticketNumber: number },
  ]);

  const [notice] = await noticesOf(head);
  await head.post('modme', `/notices/${notice?.id}/seen`, {});
  expect(await noticesOf(head)).toEqual([]);

  await desk.post('modme', `/tickets/${id}/acts`, { act: 'assign', to: demoAgent.id });
  await desk.answer('modme', id, { kind: 'reply', text: 'Починили.' });
  await sendAll(refused);
  expect(await noticesOf(desk)).toHaveLength(1);
  expect(await noticesOf(head)).toEqual([]);
});

test('one that will be tried again is told to nobody', async () => {
  await opened();
  await sendAll({ sent: false, code: 'ETIMEDOUT', final: false });

  expect(await noticesOf(head)).toEqual([]);
});

test('sent again by hand it goes out from the beginning, and its notice is done with', async () => {
  await opened();
  await sendAll(refused);
  const [failed] = await letters();
  const pressed = await Promise.all([again(failed?.id ?? ''), again(failed?.id ?? '')]);
  const [waiting] = await letters();
  const told = await noticesOf(head);
  await sendAll({ sent: true });
  const [sent] = await letters();

  expect(pressed.map(({ status }) => status)).toEqual([204, 204]);
  expect([failed?.state, waiting?.state, sent?.state]).toEqual(['failed', 'waiting', 'sent']);
  expect(told).toEqual([]);
  expect(await codeOf(await again(sent?.id ?? ''))).toEqual([409, 'letter.not_failed']);
  expect(await codeOf(await again('999999'))).toEqual([404, 'letter.not_found']);
  expect(await codeOf(await again(sent?.id ?? '', 'didox24'))).toEqual([404, 'letter.not_found']);
});

test('one whose address was erased is not', async () => {
  await opened();
  await sendAll(refused);
  await database.client.unsafe(`update outbox set recipient = ''`);
  const [erased] = await letters();

  expect(await codeOf(await again(erased?.id ?? ''))).toEqual([409, 'letter.not_failed']);
});
