import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { portalTokens } from '#server/features/portals/portals.table.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade');
  desk = await portalDesk(database);
  await desk.install('alpha');
  await desk.settle();
  desk.world.requests.length = 0;
  return () => desk.close();
});

const oauth = 'oauth.bitrix24.tech';
const ask = async (refused?: string) => {
  const app = await findPortalApp(desk.server.deps.db, 'didox24');
  const place = { tenantId: 'didox24', memberId: desk.portal('alpha').memberId };
  return usableToken(desk.server.deps, app!, place, refused);
};
const refreshes = () =>
  desk.world.requests.filter(({ path }) => path.startsWith('/oauth/token')).length;
const row = async () => (await desk.server.deps.db.select().from(portalTokens))[0];

test('a token that lives is used as it is', async () => {
  expect((await ask()).ok).toBe(true);
  expect(refreshes()).toBe(0);
});

test('of many who need a token at once one renews it, and all have the new one', async () => {
  desk.pass(3601);
  const tokens = await Promise.all(Array.from({ length: 5 }, () => ask()));
  const used = new Set(tokens.map((token) => token.ok && token.value));

  expect([used.size, refreshes()]).toEqual([1, 1]);
  expect([...used][0]).toBe(desk.world.pairs.at(-1)?.accessToken);
});

test('a token that the portal calls ended is renewed before its hour, once', async () => {
  const first = await ask();
  const refused = first.ok ? first.value : '';
  const [second, third] = [await ask(refused), await ask(refused)];

  expect(second.ok && second.value !== refused).toBe(true);
  expect(third).toEqual(second);
  expect(refreshes()).toBe(1);
});

test.each([
  ['a dead token', 400, 'invalid_grant', 'invalid_grant'],
  ['what is not paid for', 401, 'PAYMENT_REQUIRED', 'PAYMENT_REQUIRED'],
  ['an app that is gone', 401, 'NOT_INSTALLED', 'NOT_INSTALLED'],
  ['a wrong secret, with status 200', 200, 'wrong_client', null],
  ['an app that it does not know', 400, 'invalid_client', null],
])(
  'told of %s it gives up, asks no more where nothing can change, and keeps no answer',
  async (_, status, code, kept) => {
    const before = await row();
    desk.pass(3601);
    setFault(desk.world, oauth, 'oauth.token', refusalFault(status, code));
    const [first, second] = [await ask(), await ask()];

    expect(first).toEqual({ ok: false, failure: { kind: 'lost', code, fresh: true } });
    expect(second).toMatchObject({ ok: false, failure: { kind: 'lost', code } });
    expect(refreshes()).toBe(kept === null ? 2 : 1);
    expect(await row()).toEqual({ ...before, refusedAs: kept });
  },
);

test('a pair of another portal is not kept', async () => {
  const before = await row();
  desk.pass(3601);
  const pair = {
    access_token: 'a'.repeat(70),
    refresh_token: 'b'.repeat(70),
    member_id: desk.portal('bravo').memberId,
    user_id: 1,
    expires_in: 3600,
  };
  setFault(desk.world, oauth, 'oauth.token', { status: 200, body: JSON.stringify(pair) });

  expect(await ask()).toMatchObject({ failure: { kind: 'lost', code: 'other_portal' } });
  expect(await row()).toEqual({ ...before, refusedAs: 'other_portal' });
});

test.each([
  ['is down', faults.down],
  ['is under repair', faults.html],
  ['breaks off', faults.invalidJson],
  ['is late', faults.late],
])('while the OAuth server %s nothing is lost', async (_, fault) => {
  const before = await row();
  desk.pass(3601);
  setFault(desk.world, oauth, 'oauth.token', { ...fault, times: 1 });

  expect(await ask()).toEqual({ ok: false, failure: { kind: 'later' } });
  expect(await row()).toEqual(before);
});

test('an answer that is lost after the pair was changed heals when an administrator opens the app', async () => {
  desk.pass(3601);
  setFault(desk.world, oauth, 'oauth.token', { ...faults.cut, times: 1 });
  const [first, second] = [await ask(), await ask()];
  await desk.enter(desk.post('alpha', { userId: 1 }));

  expect(first).toMatchObject({ failure: { kind: 'later' } });
  expect(second).toMatchObject({ failure: { kind: 'lost', code: 'invalid_grant' } });
  expect((await ask()).ok).toBe(true);
});
