import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RotaView } from '#shared/wire/on-call.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
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
  await saveAgent(database.db, { tenantId: 'moidokumenty', id: 'night', name: 'Дежурный' });
});
beforeEach(async () => {
  await database.client.unsafe('truncate on_call_shifts, idempotency_keys');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const today = {
  agent: 'demo',
  from: '2026-11-20T00:00:00Z',
  until: '2026-11-21T00:00:00Z',
  rank: 2,
};
const plan = (shift: object, key: string = randomUUID(), vendor = 'moidokumenty') =>
  desk.post(vendor, '/on-call', shift, { 'idempotency-key': key });
const rota = async (query = '', vendor = 'moidokumenty') =>
  (await (await desk.get(vendor, `/on-call${query}`)).json()) as RotaView;

test('the rota says who is called now, the first one first, and what comes', async () => {
  await plan(today);
  await plan({ ...today, agent: 'night', rank: 1 });
  await plan({ ...today, from: '2026-11-25T00:00:00Z', until: '2026-11-26T00:00:00Z' });
  const { shifts, now } = await rota();

  expect(now.map(({ agent, rank }) => [agent.name, rank])).toEqual([
    ['Дежурный', 1],
    ['Специалист 1', 2],
  ]);
  expect(shifts).toHaveLength(3);
  expect((await rota('?from=2026-11-24T00:00:00Z')).shifts).toHaveLength(1);
  expect((await rota('?until=2026-11-20T09:00:00Z')).shifts).toHaveLength(2);
});

test('who plans a shift and who takes it out is in the log, once', async () => {
  const { id } = (await (await plan(today, 'logged')).json()) as { id: string };
  await plan(today, 'logged');
  for (let count = 0; count < 2; count += 1)
    await fetch(`${server.url}/v1/desk/vendors/moidokumenty/on-call/${id}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });
  const logged = await database.client.unsafe<{ kind: string; body: string }[]>(
    `select kind, body from ticket_events where body like '%${id}%' order by seq`,
  );

  expect(logged.map(({ kind }) => kind)).toEqual(['shift_planned', 'shift_cancelled']);
  expect(logged.map(({ body }) => JSON.parse(body))).toMatchObject([
    { actor: { kind: 'agent', id: 'demo' }, params: { agent: 'demo', rank: 2 } },
    { actor: { kind: 'agent', id: 'demo' }, params: { agent: 'demo' } },
  ]);
});

test('a shift sent twice under one key stands once; another one under it is refused', async () => {
  const [first, again] = await Promise.all([plan(today, 'k'), plan(today, 'k')]);

  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await first.json()).toEqual(await again.json());
  expect((await rota()).shifts).toHaveLength(1);
  expect(await codeOf(await plan({ ...today, rank: 1 }, 'k'))).toEqual([
    422,
    'idempotency_key.reused',
  ]);
});

test('a shift that was taken out is not in the rota, again is harmless', async () => {
  const { id } = (await (await plan(today)).json()) as { id: string };
  const cancel = () =>
    fetch(`${server.url}/v1/desk/vendors/moidokumenty/on-call/${id}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });

  expect([(await cancel()).status, (await cancel()).status]).toEqual([204, 204]);
  expect(await rota()).toEqual({ shifts: [], now: [] });
});

test('the rota of one vendor is not that of another', async () => {
  await plan(today);

  expect(await rota('', 'technokad')).toEqual({ shifts: [], now: [] });
});

test.each([
  ['an agent of another desk', { ...today, agent: 'nobody' }, [404, 'agent.not_found']],
  [
    'a shift that ends before it begins',
    { ...today, until: today.from },
    [422, 'instant.ends_before_it_begins'],
  ],
  [
    'a year that no database knows',
    { ...today, from: '0000-01-01T00:00:00Z' },
    [400, 'request.invalid'],
  ],
])('refused: %s', async (_case, shift, expected) => {
  expect(await codeOf(await plan(shift))).toEqual(expected);
});

test('a stretch that is none, or longer than a year, is refused', async () => {
  for (const query of ['?until=2026-11-20T07:00:00Z', '?until=2028-11-20T07:00:00Z'])
    expect(await codeOf(await desk.get('moidokumenty', `/on-call${query}`))).toEqual([
      400,
      'request.invalid',
    ]);
});
