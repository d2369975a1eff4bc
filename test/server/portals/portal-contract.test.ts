import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import { setFault, faults } from '#server/demo/portal/faults.ts';
import { changePortal } from '#server/features/portals/portals.repository.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

const number = 'ТП-2026/7';
let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  desk.installed('alpha');
  desk.installed('bravo');
  await enterContract(await deskApi(desk.server), 'didox24', 'Ромашка', {
    number,
    validUntil: '2099-12-31',
    contacts: [
      { name: 'Иван', email: 'ivan@romashka.example', responsible: true },
      { name: 'Другой', email: 'other@romashka.example' },
    ],
  });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
beforeEach(async () => {
  // a portal answers twice a second
  desk.pass(120);
  await database.client.unsafe('truncate portal_contract_asks');
  await database.client.unsafe('update portals set contract_number = null');
});

type Key = 'alpha' | 'bravo';
const path = '/v1/portals/didox24/contract';
const tokenOf = (key: Key, userId: number) =>
  new URLSearchParams(desk.post(key, { userId }).body).get('AUTH_ID') ?? '';

/** A person's open page, and how they call from it. */
async function open(key: Key, userId: number, page: 'app' | 'install' = 'app') {
  const start = await startOf(await desk.enter(desk.post(key, { userId }), page));
  const api = requesterApi(desk.server, { vendor: 'didox24', bearer: start.secret });
  const { domain, memberId } = start.portal;
  return {
    ...api,
    contract: async () => (await (await api.get(path)).json()) as PortalContract,
    ask: (asked: string | null, more: object = {}) =>
      api.post(path, {
        domain,
        memberId,
        accessToken: tokenOf(key, userId),
        number: asked,
        ...more,
      }),
  };
}
const bind = (key: Key, contractNumber: string) =>
  changePortal(
    desk.server.deps.db,
    { tenantId: 'didox24', memberId: desk.portal(key).memberId },
    { contractNumber },
  );

const nothing: PortalContract = {
  state: 'none',
  change: null,
  number: null,
  askedNumber: null,
  reason: null,
  validUntil: null,
  plan: null,
  listedContacts: null,
  listed: false,
  entitlement: {
    state: 'missing',
    effect: 'contract_route',
    clause: '2',
    href: 'https://t.me/technounit',
  },
  isAdmin: true,
};

test('S1.3.1.5 B24: a number that an administrator names waits for an operator, and is seen by administrators alone', async () => {
  const admin = await open('alpha', 1);
  const before = await admin.contract();
  const answer = await admin.ask(` \u202e${number}\u200b\n`);
  const asked = { ...nothing, state: 'asked', askedNumber: number };

  expect(before).toEqual(nothing);
  expect([answer.status, await answer.json()]).toEqual([200, asked]);
  expect(await admin.contract()).toEqual(asked);
  expect(await (await open('alpha', 7)).contract()).toEqual({
    ...asked,
    askedNumber: null,
    isAdmin: false,
  });
  expect((await (await open('bravo', 1)).contract()).state).toBe('none');
});

test('an unknown number is answered as a known one is, to the letter', async () => {
  const admin = await open('alpha', 1);
  const answers = [await admin.ask(number), await admin.ask('ТП-0000/0')];
  const [known, unknown] = await Promise.all(answers.map((one) => one.text()));

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(unknown).toBe(known?.replace(number, 'ТП-0000/0'));
});

test('the number that is named last is the one that is looked at, and none takes it back', async () => {
  const admin = await open('alpha', 1);
  await admin.ask('A');
  await admin.ask('B');
  const second = await admin.contract();
  await admin.ask(null);

  expect([second.state, second.askedNumber]).toEqual(['asked', 'B']);
  expect(await admin.contract()).toEqual(nothing);
});

test('the installer names one before the app counts as installed', async () => {
  desk.installed('bravo', false);
  const answer = await (await open('bravo', 1, 'install')).ask(number);
  desk.installed('bravo');

  expect(((await answer.json()) as PortalContract).state).toBe('asked');
});

test('S1.2.5 B24: a confirmed contract says its day, its listed persons and whether it holds; another number waits beside it', async () => {
  const admin = await open('alpha', 1);
  await admin.contract();
  await bind('alpha', number);
  const holds = await admin.contract();
  await admin.ask('ТП-0000/0');
  const changing = await admin.contract();
  await admin.ask(number);

  expect(holds).toEqual({
    ...nothing,
    state: 'confirmed',
    number,
    validUntil: '2099-12-31',
    listedContacts: 2,
    entitlement: { ...nothing.entitlement, state: 'entitled', effect: 'promise' },
  });
  expect(changing).toEqual({ ...holds, change: 'asked', askedNumber: 'ТП-0000/0' });
  expect(await admin.contract()).toEqual(holds);
});

test('S1.3.2.5 B24: who is listed is told so, and who is not is told how many are', async () => {
  const [ivan, olga] = [await open('alpha', 7), await open('alpha', 9)];
  const unbound = await ivan.contract();
  await bind('alpha', number);
  const [listed, other] = [await ivan.contract(), await olga.contract()];

  expect(unbound.listed).toBe(false);
  expect([listed.listed, listed.listedContacts, listed.number]).toEqual([true, 2, null]);
  expect([other.listed, other.listedContacts, other.number]).toEqual([false, 2, null]);
});

test('nobody but a proven administrator of that portal names one', async () => {
  const [admin, person] = [await open('alpha', 1), await open('alpha', 7)];
  const refused = {
    'no administrator': await codeOf(await person.ask(number)),
    'the token of somebody else': await codeOf(
      await person.ask(number, { accessToken: tokenOf('alpha', 1) }),
    ),
    'of another portal': await codeOf(
      await admin.ask(number, {
        memberId: desk.portal('bravo').memberId,
        domain: desk.portal('bravo').host,
        accessToken: tokenOf('bravo', 1),
      }),
    ),
    'a worn token': await codeOf(await admin.ask(number, { accessToken: 'a'.repeat(70) })),
    'a number of 101 letters': await codeOf(await admin.ask('1'.repeat(101))),
    'a number of spaces': await codeOf(await admin.ask('  ')),
    nobody: await codeOf(await admin.post(path, {}, { bearer: `b24_${'A'.repeat(43)}.e30` })),
    'a browser': await codeOf(await admin.get(path, { bearer: `dev_${'A'.repeat(43)}` })),
  };

  expect(refused).toEqual({
    'no administrator': [403, 'portal.not_admin'],
    'the token of somebody else': [401, 'portal.not_proven'],
    'of another portal': [401, 'portal.not_proven'],
    'a worn token': [401, 'portal.not_proven'],
    'a number of 101 letters': [400, 'request.invalid'],
    'a number of spaces': [400, 'request.invalid'],
    nobody: [401, 'identity.rejected'],
    'a browser': [401, 'identity.required'],
  });
  expect(await admin.contract()).toEqual(nothing);
});

test('where the portal cannot say who is its administrator, nothing is taken', async () => {
  const admin = await open('alpha', 1);
  setFault(desk.world, 'alpha-fixture.bitrix24.ru', '*', faults.badGateway);
  const answer = await codeOf(await admin.ask(number));

  expect(answer).toEqual([503, 'portal.unavailable']);
});

test('whoever asks without end is told to wait, before anybody else is asked anything', async () => {
  const admin = await open('alpha', 1);
  const answers = await Promise.all(
    Array.from({ length: 95 }, () => admin.post(path, { number: 'x' })),
  );
  const statuses = answers.map(({ status }) => status);

  expect(new Set(statuses)).toEqual(new Set([400, 429]));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
});
