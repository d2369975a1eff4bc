import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { portalTokens } from '#server/features/portals/portals.table.ts';
import { refreshPlace } from '#server/features/portals/remember-administrator.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { giveTokens } from '#server/demo/portal/oauth-tokens.ts';
import { claimRenewal } from '#server/features/portals/token-renewals.repository.ts';
import { connect } from '#server/db/connect.ts';
import { addPortals, keepPortals, knownPortal } from '#test/support/many-portals.ts';
import { actors } from '#test/support/portal-world.ts';
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
const tenantId = 'didox24';
const ask = async (refused?: string, deps = desk.server.deps, portal = desk.portal('alpha')) => {
  const app = await findPortalApp(deps.db, tenantId);
  return usableToken(deps, app!, { tenantId, memberId: portal.memberId }, refused);
};
/** The server with an OAuth server that answers only when it is let. */
function slowOAuth() {
  let letIt!: () => void;
  const free = new Promise<void>((resolve) => (letIt = resolve));
  let asked = 0;
  const { deps } = desk.server;
  const portalHttp: typeof deps.portalHttp = async (call) => {
    asked += 1;
    await free;
    return deps.portalHttp(call);
  };
  return { deps: { ...deps, portalHttp }, answer: letIt, asked: () => asked };
}
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

test('while an OAuth server keeps thirty portals waiting, everybody else has the database', async () => {
  const { client_id: clientId } = actors.app;
  const many = addPortals(desk.world, clientId, 30);
  await keepPortals(
    desk.server.deps,
    tenantId,
    many.map((portal) => knownPortal(desk.world, portal, clientId)),
  );
  desk.pass(3601);
  const slow = slowOAuth();
  const waiting = Promise.all(many.map((portal) => ask(undefined, slow.deps, portal)));
  await expect.poll(slow.asked, { timeout: 20_000 }).toBe(8);
  const meanwhile = await Promise.all(
    Array.from({ length: 12 }, () => desk.server.deps.db.$count(portalTokens)),
  );
  slow.answer();

  expect(meanwhile).toEqual(Array.from({ length: 12 }, () => 31));
  expect((await waiting).filter(({ ok }) => !ok)).toEqual([]);
  expect(refreshes()).toBe(30);
});

test('of two servers that need a token at once one renews it, and the other waits for the new one', async () => {
  const other = connect({ url: database.url });
  try {
    desk.pass(3601);
    const slow = slowOAuth();
    const first = ask(undefined, slow.deps);
    await expect.poll(slow.asked).toBe(1);
    const second = ask(undefined, { ...slow.deps, db: other.db });
    slow.answer();

    expect(await second).toEqual(await first);
    expect((await first).ok).toBe(true);
    expect([slow.asked(), refreshes()]).toEqual([1, 1]);
  } finally {
    await other.close();
  }
});

test('a server that died while it renewed a token is replaced; the pair that it got is lost until an administrator opens the app', async () => {
  desk.pass(3601);
  const { db, now, secretBox } = desk.server.deps;
  const claim = { kept: (await row())!, by: 'the server that dies' };
  const until = new Date(now() + 10_000);
  expect(await claimRenewal(db, claim, new Date(now()), until)).toBeDefined();
  const refreshToken = secretBox.open(
    claim.kept.sealedRefresh,
    refreshPlace({ tenantId, memberId: claim.kept.memberId }),
  );
  const { client_id, client_secret } = actors.app;
  giveTokens(desk.world, 'east', {
    grant_type: 'refresh_token',
    client_id,
    client_secret,
    refresh_token: refreshToken,
  });
  desk.pass(10);

  expect(await ask()).toMatchObject({ failure: { kind: 'lost', code: 'invalid_grant' } });
  await desk.enter(desk.post('alpha', { userId: 1 }));
  expect((await ask()).ok).toBe(true);
});

test('a new pair that comes when another server was already refused is kept all the same', async () => {
  desk.pass(3601);
  const slow = slowOAuth();
  const late = ask(undefined, slow.deps);
  await expect.poll(slow.asked).toBe(1);
  await desk.server.deps.db
    .update(portalTokens)
    .set({ refusedAs: 'invalid_grant', renewedBy: null, renewedUntil: null });
  slow.answer();

  expect(await late).toMatchObject({ ok: true });
  expect(await ask()).toEqual(await late);
});

test('a pair that an administrator brings while theirs before is renewed stays', async () => {
  desk.pass(3601);
  const slow = slowOAuth();
  const renewed = ask(undefined, slow.deps);
  await expect.poll(slow.asked).toBe(1);
  await desk.enter(desk.post('alpha', { userId: 1 }));
  const brought = await ask();
  slow.answer();

  expect((await renewed).ok).toBe(true);
  expect(await ask()).toEqual(brought);
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
