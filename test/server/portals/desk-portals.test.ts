import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CustomerPortal, CustomerPortalList } from '#shared/wire/desk-portals.ts';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

const vendor = 'didox24';
const number = 'ТП-2026/7';
let database: TestDatabase;
let desk: PortalDesk;
let agents: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  agents = await deskApi(desk.server);
  for (const key of ['alpha', 'bravo'] as const) {
    desk.installed(key);
    await open(key, 1);
  }
  const alpha = `https://${desk.portal('alpha').host}`;
  await enterContract(agents, vendor, 'Ромашка', {
    number,
    portals: [{ url: alpha, kind: 'cloud' }],
  });
  await enterContract(agents, vendor, 'Лютик', { number: 'ТП-2026/8' });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
beforeEach(async () => {
  desk.pass(120);
  await database.client.unsafe('truncate portal_contract_asks, agent_notices');
  await database.client.unsafe('update portals set contract_number = null');
});

type Key = 'alpha' | 'bravo';
const idOf = (key: Key) => desk.portal(key).memberId;
async function open(key: Key, userId: number) {
  const { secret: bearer, portal } = await startOf(await desk.enter(desk.post(key, { userId })));
  const api = requesterApi(desk.server, { vendor, bearer });
  const path = `/v1/portals/${vendor}/contract`;
  return {
    ...api,
    contract: async () => (await (await api.get(path)).json()) as PortalContract,
    ask: async (asked: string | null) => {
      const { domain, memberId } = portal;
      const posted = new URLSearchParams(desk.post(key, { userId }).body);
      const accessToken = posted.get('AUTH_ID');
      await api.post(path, { domain, memberId, accessToken, number: asked });
    },
  };
}
const read = async (key: Key) =>
  (await (await agents.get(vendor, `/portals/${idOf(key)}`)).json()) as CustomerPortal;
const list = async (query = '') =>
  (await (await agents.get(vendor, `/portals${query}`)).json()) as CustomerPortalList;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const confirm = (key: Key, named: string, headers = {}) =>
  agents.put(vendor, `/portals/${idOf(key)}/contract`, { number: named }, headers);
const refuse = (key: Key, reason: string, headers = {}) =>
  agents.post(vendor, `/portals/${idOf(key)}/contract/refusal`, { reason }, headers);
const unbind = (key: Key, headers = {}) =>
  fetch(`${desk.server.url}/v1/desk/vendors/${vendor}/portals/${idOf(key)}/contract`, {
    method: 'DELETE',
    headers: { cookie: agents.cookie, ...headers },
  });
const logged = async () => {
  const rows = await database.client.unsafe<{ body: string }[]>(
    `select body from ticket_events where kind like 'portal_contract_%' order by seq`,
  );
  return rows.map(
    ({ body }) => JSON.parse(body) as { kind: string; actor: { kind: string }; params: object },
  );
};

test('agents see whose portals there are, and which of them wait for a decision', async () => {
  await (await open('alpha', 1)).ask(number);
  const { portals: all, next } = await list();
  const { portals: waiting } = await list('?asked=true');
  const [alpha] = waiting;

  expect(all.map(({ id }) => id)).toEqual([idOf('alpha'), idOf('bravo')]);
  expect([next, waiting.length]).toEqual([null, 1]);
  expect(alpha).toMatchObject({
    id: idOf('alpha'),
    domain: 'alpha-fixture.bitrix24.ru',
    kind: 'cloud',
    license: 'ru_basic',
    version: '3',
    state: 'asked',
    change: null,
    contract: null,
    administrator: { userId: 1 },
    ask: {
      number,
      by: 'Анна Админова',
      onRecord: { organisation: { name: 'Ромашка' }, namesPortal: true },
      refusedAt: null,
      reason: null,
    },
    contractVersion: 1,
  });
});

test('pages of portals follow each other, whatever port an address has', async () => {
  await database.client.unsafe(
    `update portals set domain = 'alpha.example:8443' where member_id = '${idOf('alpha')}'`,
  );
  const first = await list('?limit=1');
  const second = await list(`?limit=1&after=${encodeURIComponent(first.next ?? '')}`);
  await open('alpha', 1);

  expect(first.portals.map(({ domain }) => domain)).toEqual(['alpha.example:8443']);
  expect(second.portals.map(({ id }) => id)).toEqual([idOf('bravo')]);
  expect(second.next).toBeNull();
});

test('S1.2.5 B24: until an operator confirms, requests go the way to a contract; from then on each has it by itself', async () => {
  const ivan = await open('alpha', 7);
  const admin = await open('alpha', 1);
  const request = { category: 'question', answers: { question: 'Как подписать?' }, locale: 'ru' };
  await admin.ask(number);
  const before = await ivan.open(request);
  const early = await agents.ticket(vendor, before.id);
  const shown = await confirm('alpha', number, seen(1));
  const after = await ivan.open(request);
  const ticket = await agents.ticket(vendor, after.id);

  expect(before.decision).toMatchObject({
    entitlement: { state: 'missing' },
    route: { kind: 'contract', channel: 'telegram' },
  });
  expect([early.portalContract, ticket.portalContract]).toEqual([
    { state: 'asked', waits: true },
    { state: 'confirmed', waits: false },
  ]);
  expect([shown.status, shown.headers.get('etag')]).toEqual([200, '"2"']);
  expect(after.decision).toMatchObject({ entitlement: { state: 'entitled' } });
  expect(after.decision.route?.kind).not.toBe('contract');
  expect(ticket.requester).toMatchObject({ contract: number });
  expect(await admin.contract()).toMatchObject({ state: 'confirmed', number, askedNumber: null });
});

test('what is refused says why to the administrator alone, and may be asked anew', async () => {
  const [admin, ivan] = [await open('alpha', 1), await open('alpha', 7)];
  await admin.ask('ТП-0000/0');
  const refused = await refuse('alpha', 'Такого договора нет');
  const told = [await admin.contract(), await ivan.contract()];
  await admin.ask(number);

  expect(refused.status).toBe(200);
  expect(told.map(({ state, reason, askedNumber }) => [state, reason, askedNumber])).toEqual([
    ['refused', 'Такого договора нет', 'ТП-0000/0'],
    ['refused', null, null],
  ]);
  expect(await admin.contract()).toMatchObject({ state: 'asked', reason: null });
  expect((await list('?asked=true')).portals).toHaveLength(1);
});

test('a confirmed contract holds while another is asked for, whatever becomes of that', async () => {
  const admin = await open('alpha', 1);
  await confirm('alpha', number);
  await admin.ask('ТП-2026/8');
  const asked = await read('alpha');
  await refuse('alpha', 'Это договор другой организации');
  const refused = await read('alpha');
  await admin.ask('ТП-2026/8');
  await confirm('alpha', 'ТП-2026/8');

  expect([asked.state, asked.change, asked.contract?.number]).toEqual([
    'confirmed',
    'asked',
    number,
  ]);
  expect([refused.state, refused.change, refused.contract?.number]).toEqual([
    'confirmed',
    'refused',
    number,
  ]);
  expect(await read('alpha')).toMatchObject({
    state: 'confirmed',
    change: null,
    contract: { number: 'ТП-2026/8', onRecord: { organisation: { name: 'Лютик' } } },
    ask: null,
  });
});

test('a portal that is unbound has no contract from its next request on', async () => {
  const ivan = await open('alpha', 7);
  await confirm('alpha', number);
  const bound = await ivan.contract();
  const taken = await unbind('alpha', seen(1));

  expect([bound.state, taken.status]).toEqual(['confirmed', 200]);
  expect(await ivan.contract()).toMatchObject({ state: 'none', listedContacts: null });
});

test('who decides upon what is not there any more is told so, and nothing changes', async () => {
  const admin = await open('alpha', 1);
  await admin.ask('A');
  await admin.ask('B');
  const before = await read('alpha');
  const late = [
    await confirm('alpha', number, seen(1)),
    await refuse('alpha', 'Нет', seen(1)),
    await unbind('alpha', seen(1)),
  ];
  const impossible = [
    await confirm('alpha', 'ТП-0000/0'),
    await refuse('bravo', 'Нет'),
    await agents.put(vendor, `/portals/${'f'.repeat(32)}/contract`, { number }),
    await agents.put('modme', `/portals/${idOf('alpha')}/contract`, { number }),
    await refuse('alpha', 'Пароль: Qwerty4711'),
  ];

  expect(await Promise.all(late.map(codeOf))).toEqual(
    Array.from({ length: 3 }, () => [412, 'portal.contract_changed']),
  );
  expect(await Promise.all(impossible.map(codeOf))).toEqual([
    [404, 'contract.not_found'],
    [409, 'portal.no_contract_asked'],
    [404, 'portal.not_found'],
    [404, 'portal.not_found'],
    [422, 'field.secret_in_text'],
  ]);
  expect(await read('alpha')).toEqual(before);
});

test('the log says who asked and who decided, without anybody’s words', async () => {
  const before = (await logged()).length;
  const admin = await open('alpha', 1);
  await admin.ask('ТП-0000/0');
  await refuse('alpha', 'Такого договора нет');
  await confirm('alpha', number);
  await unbind('alpha');
  const events = (await logged()).slice(before);
  const portal = idOf('alpha');

  expect(events.map(({ kind, actor, params }) => [kind, actor.kind, params])).toEqual([
    ['portal_contract_asked', 'requester', { portal, withdrawn: false }],
    ['portal_contract_refused', 'agent', { portal }],
    ['portal_contract_confirmed', 'agent', { portal, contract: number }],
    ['portal_contract_unbound', 'agent', { portal }],
  ]);
});

test('the desk has one notice of what waits, which goes with the last decision', async () => {
  const notices = async () =>
    ((await (await agents.get(vendor, '/notices')).json()) as NoticeList).rows.map(
      ({ kind }) => kind,
    );
  const [alpha, bravo] = [await open('alpha', 1), await open('bravo', 1)];
  const before = await notices();
  await alpha.ask(number);
  await bravo.ask('ТП-2026/8');
  const told = await notices();
  await confirm('alpha', number);
  const half = await notices();
  await bravo.ask(null);

  expect([before, told, half, await notices()]).toEqual([
    [],
    ['portal_contract_asked'],
    ['portal_contract_asked'],
    [],
  ]);
});
