import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccessGrantView, RevealedAccess } from '#shared/wire/access.ts';
import type { TicketEventView } from '#shared/wire/desk.ts';
import { expireAccess } from '#server/features/access/expire-access.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { fireTimers } from '#server/jobs/fire-timers.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import {
  codeOf,
  completeRequest,
  deskApi,
  device,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-24T06:00:00Z');
const secret = 'boss@namuna.example / Qwerty-4711';
const didox = { vendor: 'didox24' };
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let api: ReturnType<typeof requesterApi>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(() => signInAt('2026-11-24T06:00:00Z'));
afterAll(async () => {
  expect(await verifyChain(database.db, 'didox24')).toMatchObject({ brokenAt: null });
  await server.close();
  await database.drop();
});

/** Sessions and tokens live for hours, so both sides sign in anew wherever the clock goes. */
async function signInAt(instant: string): Promise<void> {
  clock.set(instant);
  desk = await deskApi(server);
  api = await person({ sub: 'user-1' });
}
const person = async (claims: { readonly sub: string } & Readonly<object>) =>
  requesterApi(server, { ...didox, bearer: await server.signAsHost('didox24', claims) });
const dueTimer = (grant: string) => ({
  tenantId: 'didox24',
  subjectId: grant,
  generation: 1,
  dueAt: new Date(clock.now()),
});
const open = async () => {
  const receipt = await api.open(completeRequest(policyOf('didox24').pack, 'error'));
  expect(receipt.id).toMatch(/^tck_/);
  return receipt;
};
const ask = async (id: string, body: object = { scope: 'portal', days: 3 }) =>
  (await (
    await desk.post('didox24', `/tickets/${id}/access-requests`, body)
  ).json()) as AccessGrantView;
const give = (id: string, grant: string, key?: string) =>
  api.post(`/v1/tickets/${id}/access-grants`, { grant, secret }, key ? { key } : {});
const reveal = (id: string, grant: string) =>
  desk.post('didox24', `/tickets/${id}/access-grants/${grant}/reveal`, {});
const eventsOf = async (id: string): Promise<Partial<TicketEventView>[]> =>
  (await desk.ticket('didox24', id)).events.slice(1);
const sealedOf = async (grant: string) =>
  (await database.client.unsafe('select sealed from access_grants where id = $1', [grant]))[0]?.[
    'sealed'
  ] as string | null;

test('S1.3.1.10 DSK: access is asked for, given, looked at and audited per view', async () => {
  const { id } = await open();
  const asked = await ask(id);
  expect(asked).toMatchObject({
    kind: 'admin_access',
    scope: 'portal',
    state: 'asked',
    days: 3,
    clause: '3.1',
  });

  const given = (await (await give(id, asked.id)).json()) as AccessGrantView;
  expect(given).toMatchObject({ state: 'given', expiresAt: '2026-11-27T06:00:00.000Z' });
  expect(await sealedOf(asked.id)).not.toContain('4711');

  for (const shown of [await reveal(id, asked.id), await reveal(id, asked.id)]) {
    expect((await shown.json()) as RevealedAccess).toEqual({ secret, expiresAt: given.expiresAt });
    expect(shown.headers.get('cache-control')).toBe('no-store');
  }
  const params = { grant: asked.id, scope: 'portal' };
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'access_asked', actor: 'Специалист 1', params: { ...params, days: '3' } },
    { kind: 'access_given', actor: null, params },
    { kind: 'secret_viewed', actor: 'Специалист 1', params },
    { kind: 'secret_viewed', actor: 'Специалист 1', params },
  ]);
});

test('S1.3.1.10 DSK: the request reaches its requester: unread, and by a letter that asks for no password', async () => {
  const claims = { sub: 'user-2', email: 'user@namuna.example', email_verified: true };
  const theirs = await person(claims);
  const { id } = await theirs.open(completeRequest(policyOf('didox24').pack, 'error'));
  await ask(id, { scope: 'operator' });

  const list = (await (await theirs.get('/v1/tickets')).json()) as {
    tickets: { unread: boolean }[];
  };
  const letters = (await (await desk.get('didox24', '/outbox')).json()) as {
    rows: { kind: string; text: string }[];
  };
  expect(list.tickets[0]?.unread).toBe(true);
  expect(letters.rows[0]).toMatchObject({
    kind: 'access_asked',
    text: expect.stringContaining('не пишите пароли'),
  });
});

test('S1.3.1.10 DSK: it ends by itself: no view after its last instant, and the timer wipes it', async () => {
  const { id } = await open();
  const { id: grant } = await ask(id, { scope: 'operator', days: 1 });
  await give(id, grant);
  const [timer] = await database.client.unsafe(
    'select kind, fire_at as "fireAt" from timers where subject_id = $1',
    [grant],
  );
  expect(timer).toMatchObject({
    kind: 'access_grant.expire',
    fireAt: '2026-11-25 06:00:00+00',
  });

  await signInAt('2026-11-25T05:59:59.999Z');
  expect((await reveal(id, grant)).status).toBe(200);
  clock.set('2026-11-25T06:00:00Z');
  expect(await codeOf(await reveal(id, grant))).toEqual([410, 'access.ended']);

  const { db, log } = server.deps;
  const handlers = timerHandlers(server.deps);
  while ((await fireTimers({ db, log, now: clock.now, handlers, batchSize: 50 })) > 0) continue;
  expect(await sealedOf(grant)).toBeNull();
  const told = (await eventsOf(id)).map(({ kind }) => kind);
  expect(told.filter((kind) => /access|secret/.test(kind ?? ''))).toEqual([
    'access_asked',
    'access_given',
    'secret_viewed',
    'access_expired',
  ]);
});

test('a timer whose grant somebody holds is left for another moment', async () => {
  const { id } = await open();
  const { id: grant } = await ask(id);
  const due = [dueTimer(grant)];

  const left = await database.db.transaction(async (tx) => {
    await tx.execute(`select 1 from access_grants where id = '${grant}' for update`);
    return database.db.transaction((other) => expireAccess(other, due, new Date(clock.now())));
  });
  expect(left).toEqual(due);
});

describe('S1.3.1.10 DSK: an access is taken back', () => {
  test.each(['agent', 'requester'])('by the %s, and its secret is wiped at once', async (side) => {
    const { id } = await open();
    const { id: grant } = await ask(id);
    await give(id, grant);
    const revoke = () =>
      side === 'agent'
        ? desk.post('didox24', `/tickets/${id}/access-grants/${grant}/revoke`, {})
        : api.post(`/v1/tickets/${id}/access-grants/${grant}/revoke`, {});

    expect((await (await revoke()).json()) as object).toMatchObject({ state: 'revoked' });
    expect((await revoke()).status).toBe(200);
    expect(await sealedOf(grant)).toBeNull();
    expect(await codeOf(await reveal(id, grant))).toEqual([410, 'access.ended']);
    expect(await codeOf(await give(id, grant))).toEqual([410, 'access.ended']);
    expect((await eventsOf(id)).filter(({ kind }) => kind === 'access_revoked')).toHaveLength(1);
    const [timer] = await database.client.unsafe('select state from timers where subject_id = $1', [
      grant,
    ]);
    expect(timer?.['state']).toBe('cancelled');
  });
});

test('the same submission gives once; another one finds it given', async () => {
  const { id } = await open();
  const { id: grant } = await ask(id);
  const statuses = await Promise.all(
    [1, 2, 3].map(async () => (await give(id, grant, 'k-1')).status),
  );

  expect(statuses).toEqual([201, 201, 201]);
  expect(await codeOf(await give(id, grant))).toEqual([409, 'access.already_given']);
  expect((await eventsOf(id)).filter(({ kind }) => kind === 'access_given')).toHaveLength(1);
});

test.each<[string, object, string]>([
  ['an unknown scope', { scope: 'password' }, 'scope'],
  ['a field that is no secret', { scope: 'phone' }, 'scope'],
  ['longer than the desk keeps secrets', { scope: 'portal', days: 31 }, 'days'],
])('%s cannot be asked for', async (_case, body, field) => {
  const { id } = await open();
  const response = await desk.post('didox24', `/tickets/${id}/access-requests`, body);

  expect(await response.json()).toMatchObject({ code: 'request.invalid', fields: [field] });
});

test('connection data that was not told can be asked for by its field, as long as secrets are kept', async () => {
  const { id } = await open();

  expect(await ask(id, { scope: 'connection' })).toMatchObject({
    kind: 'connection_data',
    label: 'Подключение к оператору',
    days: 30,
  });
});

test('nobody else gives, sees or reveals it: not found, as what is not there', async () => {
  const { id } = await open();
  const { id: grant } = await ask(id);
  const { id: otherTicket } = await open();
  const stranger = requesterApi(server, { ...didox, bearer: device('Z') });

  expect(await codeOf(await stranger.get(`/v1/tickets/${id}/access-grants`))).toEqual([
    404,
    'ticket.not_found',
  ]);
  expect(
    await codeOf(await stranger.post(`/v1/tickets/${id}/access-grants`, { grant, secret })),
  ).toEqual([404, 'ticket.not_found']);
  expect(
    await codeOf(await stranger.post(`/v1/tickets/${id}/access-grants/${grant}/revoke`, {})),
  ).toEqual([404, 'ticket.not_found']);
  expect(await codeOf(await reveal(id, grant))).toEqual([409, 'access.not_given']);
  expect(await codeOf(await reveal(otherTicket, grant))).toEqual([404, 'access.not_found']);
  expect(
    await codeOf(await desk.post('modme', `/tickets/${id}/access-grants/${grant}/reveal`, {})),
  ).toEqual([404, 'ticket.not_found']);
});

test('an access moved to another row opens nothing', async () => {
  const { id } = await open();
  const [first, second] = [await ask(id), await ask(id, { scope: 'operator' })];
  await give(id, first.id);
  await give(id, second.id);
  await database.client.unsafe(
    'update access_grants a set sealed = b.sealed from access_grants b where a.id = $1 and b.id = $2',
    [second.id, first.id],
  );

  expect(await codeOf(await reveal(id, second.id))).toEqual([500, 'service.fault']);
  expect((await eventsOf(id)).map(({ kind }) => kind)).not.toContain('secret_viewed');
});

test('S1.3.1.10 DSK: the desk is told what it may ask for, and for how long at most', async () => {
  const { id } = await open();
  const list = await (await desk.get('didox24', `/tickets/${id}/access-grants?locale=ru`)).json();
  const { fields, secrets } = policyOf('didox24').pack.intake;

  expect(list).toMatchObject({
    scopes: [
      ...fields
        .filter((field) => field.secret)
        .map((field) => ({ scope: field.id, label: field.label.ru })),
      { scope: 'portal', label: null },
      { scope: 'operator', label: null },
    ],
    longestDays: secrets.expireAfterDays,
  });
});
