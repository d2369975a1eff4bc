import { afterAll, beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import type { AccessGrantView, RevealedAccess } from '#shared/wire/access.ts';
import { storedTickets } from '#server/features/policies/stored-tickets.ts';
import { secretMask } from '#server/policy/decision/secret-answers.ts';
import { completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { filesHolding, tablesHolding } from '#test/support/planted.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

/** Two secrets that share this mark: one given with the form, one given when asked. */
const mark = 'zQ7-4711-тайна';
const [connection, admin] = [`operator.example / ${mark}-1`, `boss / ${mark}-2`];
const didox24 = policyOf('didox24');
const { pack } = didox24;
const logged: string[] = [];
let database: TestDatabase;
let server: TestServer;
let api: ReturnType<typeof requesterApi>;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  server = await testServer(database, { log });
  const claims = { sub: 'user-1', email: 'user@namuna.example', email_verified: true };
  api = requesterApi(server, {
    vendor: 'didox24',
    bearer: await server.signAsHost('didox24', claims),
  });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A complete request whose secret field holds a secret. */
function request() {
  const { answers, ...rest } = completeRequest(pack, 'error');
  return { ...rest, answers: { ...answers, connection } };
}

async function grantsOf(id: string): Promise<AccessGrantView[]> {
  const list = await desk.get('didox24', `/tickets/${id}/access-grants`);
  return ((await list.json()) as { grants: AccessGrantView[] }).grants;
}

const reveal = async (id: string, grant: string) =>
  (await (
    await desk.post('didox24', `/tickets/${id}/access-grants/${grant}/reveal`, {})
  ).json()) as RevealedAccess;

test('what a secret field holds is sealed beside the request and ends by the days of the pack', async () => {
  const { id } = await api.open(request());
  const [grant] = await grantsOf(id);

  expect(grant).toMatchObject({
    kind: 'connection_data',
    scope: 'connection',
    state: 'given',
    days: 30,
  });
  expect(Date.parse(grant!.expiresAt!) - Date.parse(grant!.givenAt!)).toBe(30 * 86_400_000);
  expect(await reveal(id, grant!.id)).toEqual({ secret: connection, expiresAt: grant!.expiresAt });
  expect(
    await database.client.unsafe(
      'select kind, state, fire_at = due_at as exact from timers where subject_id = $1',
      [grant!.id],
    ),
  ).toMatchObject([{ kind: 'access_grant.expire', state: 'armed', exact: true }]);
});

test('in the thread and at the desk stands the same mask for a short secret and a long one', async () => {
  for (const answer of ['x', connection.repeat(20)]) {
    const { id } = await api.open({
      ...request(),
      answers: { ...request().answers, connection: answer },
    });
    const shown = [(await api.thread(id)).answers, (await desk.ticket('didox24', id)).answers];

    expect(
      shown.map((answers) => answers.find(({ field }) => field === 'connection')?.value),
    ).toEqual([secretMask, secretMask]);
  }
});

test('a repeated submission is known by its secret too, and seals it once', async () => {
  const first = await (await api.post('/v1/tickets', request(), { key: 'again' })).json();
  const second = await (await api.post('/v1/tickets', request(), { key: 'again' })).json();
  const other = { ...request(), answers: { ...request().answers, connection: 'another' } };

  expect(second).toEqual(first);
  expect(await grantsOf((first as { id: string }).id)).toHaveLength(1);
  expect((await api.post('/v1/tickets', other, { key: 'again' })).status).toBe(422);
});

test('an asked secret that was given is not asked for as missing', async () => {
  expect((await api.open(request())).decision.missing.map(({ field }) => field)).not.toContain(
    'connection',
  );
});

test('it shows nowhere but where an agent reveals it: not in an answer of the API, a letter, a table, a file, a log', async () => {
  const sent = await api.post('/v1/tickets', request(), { key: 'everywhere' });
  const receipt = await sent.text();
  const { id } = JSON.parse(receipt) as { id: string };
  const base = `/tickets/${id}`;
  const asked = await desk.post('didox24', `${base}/access-requests`, { scope: 'portal' });
  const { id: grant } = (await asked.json()) as AccessGrantView;
  const given = await api.post(`/v1${base}/access-grants`, { grant, secret: admin });
  expect(given.status).toBe(201);
  await desk.answer('didox24', id, { kind: 'question', text: 'Который час?', attachments: [] });
  await desk.answer('didox24', id, {
    kind: 'reply',
    text: 'Готово',
    attachments: [],
    resolve: true,
  });
  expect((await reveal(id, grant)).secret).toBe(admin);

  const answers = [
    receipt,
    await given.text(),
    ...(await Promise.all(
      [
        await api.post('/v1/tickets', request(), { key: 'everywhere' }),
        await api.post('/v1/tickets', { ...request(), answers: { connection: { mark } } }),
        await api.post(`/v1${base}/access-grants`, { grant, secret: admin }),
        await api.post(`/v1${base}/access-grants`, { grant, secret: admin.repeat(2000) }),
        await api.get('/v1/tickets'),
        await api.get(`/v1${base}`),
        await api.get(`/v1${base}/access-grants`),
        await api.get(`/v1${base}/explanation`),
        await api.get('/v1/widgets/didox24'),
        await desk.get('didox24', '/queue'),
        await desk.get('didox24', '/queue?view=resolved'),
        await desk.get('didox24', base),
        await desk.get('didox24', `${base}/explanation`),
        await desk.get('didox24', `${base}/access-grants`),
        await desk.get('didox24', '/outbox'),
      ].map((response) => response.text()),
    )),
  ];
  expect(answers.filter((text) => text.includes(mark))).toEqual([]);
  expect(answers.filter((text) => text.includes('service.fault'))).toEqual([]);

  const period = { since: new Date(0), until: new Date(Date.now() + 1000) };
  const replayed: unknown[] = [];
  for await (const page of storedTickets(database.db, didox24, period)) replayed.push(...page);
  expect(replayed.length).toBeGreaterThan(0);
  expect(JSON.stringify(replayed)).not.toContain(mark);

  // a sealed text that was moved is a fault, and a fault is logged
  const form = (await grantsOf(id)).find(({ kind }) => kind === 'connection_data');
  await database.client.unsafe(
    'update access_grants a set sealed = b.sealed from access_grants b where a.id = $1 and b.id = $2',
    [form!.id, grant],
  );
  await reveal(id, form!.id);
  expect(logged.join('')).toContain('fault');

  expect(logged.filter((line) => line.includes(mark))).toEqual([]);
  expect(await tablesHolding(database.client, mark)).toEqual([]);
  expect(filesHolding(server.deps.config.DATA_DIR, mark)).toEqual([]);
});

test('the search for a mark finds one that is there', async () => {
  const { id } = await api.open({
    ...request(),
    answers: { ...request().answers, got: 'посажено-0815' },
  });

  expect(id).toMatch(/^tck_/);
  expect(await tablesHolding(database.client, 'посажено-0815')).toContain('messages');
});
