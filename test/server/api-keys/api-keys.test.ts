import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiScope } from '#shared/api-scopes.ts';
import type { ApiKeyCreated, ApiKeyList } from '#shared/wire/api-keys.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { scopesOf } from '#server/http/key-scope.ts';
import { codeOf, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { machineApi } from '#test/support/machine-api.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-23T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let ticket: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
  ticket = (await requesterApi(server).open()).id;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const make = async (scopes: readonly ApiScope[], more: object = {}) =>
  (await (
    await desk.post('modme', '/api-keys', { name: 'CRM', scopes, ...more })
  ).json()) as ApiKeyCreated;
const program = async (...scopes: ApiScope[]) => machineApi(server, (await make(scopes)).key);
const keys = async () => (await (await desk.get('modme', '/api-keys')).json()) as ApiKeyList;

test('a key reads and answers as far as its scopes reach, and stands in the log as who did it', async () => {
  const { id, key } = await make(['tickets:read', 'tickets:write']);
  const crm = machineApi(server, key);
  const answered = await crm.post(`/tickets/${ticket}/messages`, { kind: 'reply', text: 'Да.' });
  const [logged] = await database.client.unsafe(
    `select body from ticket_events where ticket_id = '${ticket}' order by seq desc limit 1`,
  );

  expect(answered.status).toBe(201);
  expect(((await answered.json()) as DeskTicket).events.at(-1)).toMatchObject({ actor: 'CRM' });
  expect(JSON.parse(logged?.['body'] as string)).toMatchObject({ actor: { kind: 'agent', id } });
  expect(await (await crm.get('/organisations')).json()).toMatchObject({
    status: 403,
    code: 'api_key.scope_missing',
    fields: ['customers:read'],
  });
});

test('to read is not to write, and no key makes, sees or ends keys', async () => {
  const crm = await program('tickets:read', 'desk:read', 'desk:write');
  const refused = await Promise.all([
    crm.post(`/tickets/${ticket}/messages`, { kind: 'reply', text: 'Да.' }),
    crm.get('/api-keys'),
    crm.post('/api-keys', { name: 'x', scopes: ['desk:read'] }),
    crm.delete('/api-keys/x'),
    crm.post(`/tickets/${ticket}/access-grants/x/reveal`, {}),
    crm.get('/notices'),
  ]);

  expect((await crm.get(`/tickets/${ticket}`)).status).toBe(200);
  for (const response of refused)
    expect(await codeOf(response)).toEqual([403, 'api_key.scope_missing']);
});

test('what gives or takes the words of tickets asks a key for tickets too', async () => {
  const [customers, both] = [
    await program('customers:read', 'customers:write'),
    await program('customers:read', 'customers:write', 'tickets:read', 'tickets:write'),
  ];
  const tried = async (crm: typeof both) => [
    await codeOf(await crm.get('/requesters/none/export')),
    await codeOf(await crm.post('/requesters/none/erase', { reason: 'asked' })),
  ];

  expect(await tried(customers)).toEqual([
    [403, 'api_key.scope_missing'],
    [403, 'api_key.scope_missing'],
  ]);
  expect(await tried(both)).toEqual([
    [404, 'requester.not_found'],
    [404, 'requester.not_found'],
  ]);
});

test('a key that acts for its maker acts in that name, and the log names the key whatever it does', async () => {
  const { id, key } = await make(['tickets:write', 'customers:write'], { actsAs: 'agent' });
  const crm = machineApi(server, key);
  const before = await lastEvent();
  const done = [
    await crm.post(`/tickets/${ticket}/messages`, { kind: 'note', text: 'x' }),
    await crm.post(`/tickets/${ticket}/acts`, { act: 'set_severity', severity: 'high' }),
    await crm.post(`/tickets/${ticket}/time`, { minutes: 15 }),
    await crm.post('/organisations', { name: 'Завод' }),
  ];
  const logged = await database.client.unsafe<{ actor: object }[]>(
    `select body::json -> 'actor' as actor from ticket_events where tenant_id = 'modme' and seq > ${before} order by seq`,
  );
  const { agent } = (await (
    await fetch(`${server.url}/v1/desk/session`, { headers: { cookie: desk.cookie } })
  ).json()) as { agent: { id: string } };

  expect(done.map(({ status }) => status)).toEqual([201, 200, 201, 201]);
  expect(logged.length).toBeGreaterThanOrEqual(4);
  for (const { actor } of logged) expect(actor).toEqual({ kind: 'agent', id: agent.id, via: id });
  const { events } = await desk.ticket('modme', ticket);
  expect(events.find(({ kind }) => kind === 'severity_set')).toMatchObject({ via: 'CRM' });
  expect(events.find(({ kind }) => kind === 'opened')).not.toHaveProperty('via');
  expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
});

const lastEvent = async () => {
  const [row] = await database.client.unsafe(
    `select last_seq from ticket_counters where tenant_id = 'modme'`,
  );
  return String(row?.['last_seq']);
};

test('of a key only its beginning, its scopes and its last use are shown; the database has its digest', async () => {
  const { id, key } = await make(['tickets:read']);
  await machineApi(server, key).get('/queue');
  const row = (await keys()).rows.find((one) => one.id === id);
  const [stored] = await database.client.unsafe(
    `select row_to_json(k)::text as whole from api_keys k where id = '${id}'`,
  );

  expect(row).toMatchObject({
    name: 'CRM',
    prefix: key.slice(0, 12),
    scopes: ['tickets:read'],
    agent: null,
    createdAt: '2026-11-23T08:00:00.000Z',
    lastUsedAt: '2026-11-23T08:00:00.000Z',
    expiresAt: '2027-11-23T08:00:00.000Z',
    revokedAt: null,
  });
  expect(stored?.['whole']).not.toContain(key);
});

test('a key opens nothing once it is revoked or over, at another vendor, or changed by a letter', async () => {
  const ended = await make(['tickets:read']);
  const short = await make(['tickets:read'], { days: 1 });
  const whole = await make(['tickets:read']);
  const revoke = () =>
    fetch(`${server.url}/v1/desk/vendors/modme/api-keys/${ended.id}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
  clock.set('2026-11-24T08:00:00Z');
  const tried = await Promise.all([
    machineApi(server, ended.key).get('/queue'),
    machineApi(server, short.key).get('/queue'),
    machineApi(server, whole.key, 'didox24').get('/queue'),
    machineApi(server, `${whole.key.slice(0, -1)}!`).get('/queue'),
    machineApi(server, `rgk_${'A'.repeat(43)}`).get('/queue'),
  ]);

  expect((await machineApi(server, whole.key).get('/queue')).status).toBe(200);
  for (const response of tried) expect(await codeOf(response)).toEqual([401, 'sign_in.required']);
  expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
});

test('a key that was lost on the way comes anew under the same submission, and the lost one is void', async () => {
  const body = { name: 'CRM', scopes: ['tickets:read'] };
  const post = async () =>
    (await (
      await desk.post('modme', '/api-keys', body, { 'idempotency-key': 'once' })
    ).json()) as ApiKeyCreated;
  const [lost, found] = [await post(), await post()];

  expect(found.id).toBe(lost.id);
  expect((await machineApi(server, lost.key).get('/queue')).status).toBe(401);
  expect((await machineApi(server, found.key).get('/queue')).status).toBe(200);
  const logged = await database.client.unsafe<{ kind: string }[]>(
    `select kind from ticket_events where body like '%${found.id}%' order by seq`,
  );
  expect(logged.map(({ kind }) => kind)).toEqual(['api_key_created', 'api_key_renewed']);
});

test('a submission whose key was revoked or is over makes no other', async () => {
  const body = { name: 'CRM', scopes: ['tickets:read'], days: 1 };
  const post = (once: string) => desk.post('modme', '/api-keys', body, { 'idempotency-key': once });
  const { id } = (await (await post('revoked')).json()) as ApiKeyCreated;
  await post('over');
  await fetch(`${server.url}/v1/desk/vendors/modme/api-keys/${id}`, {
    method: 'DELETE',
    headers: { cookie: desk.cookie },
  });
  const revoked = await post('revoked');
  clock.set(new Date(clock.now() + 86_400_000).toISOString());
  desk = await deskApi(server);

  for (const one of [revoked, await post('over')])
    expect(await codeOf(one)).toEqual([409, 'api_key.ended']);
});

test('every route of a desk either takes a scope from keys or is for people alone', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>;
  };
  const prefix = '/v1/desk/vendors/{vendor}';
  const all = Object.entries(paths)
    .filter(([path]) => path.startsWith(prefix))
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, { security }]) => ({
        name: `${method} ${path.slice(prefix.length)}`,
        scopes: scopesOf(method, path.slice(prefix.length))?.join(' '),
        said: security?.find(({ machine }) => machine)?.['machine']?.join(' '),
      })),
    );

  expect(all.filter(({ scopes, said }) => scopes !== said)).toEqual([]);
  expect(all.filter(({ scopes }) => !scopes).map(({ name }) => name)).toEqual([
    'post /tickets/{id}/access-grants/{grant}/reveal',
    'get /notices',
    'post /notices/{id}/seen',
    'get /api-keys',
    'post /api-keys',
    'delete /api-keys/{id}',
  ]);
});
