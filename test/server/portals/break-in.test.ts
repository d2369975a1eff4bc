import type { CustomerPortal } from '#shared/wire/desk-portals.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import { agentNotices } from '#server/features/agent-notices/agent-notices.table.ts';
import { deskApi } from '#test/support/api.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clearFaults, faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { finishInstall, uninstall, update } from '#server/demo/portal/install-acts.ts';
import { deletePortal, dismiss } from '#server/demo/portal/portal-acts.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portalPeople } from '#server/features/portals/portal-people.table.ts';
import { portals, portalTokens } from '#server/features/portals/portals.table.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changedEvent, type EventPost } from '#test/support/event-sender.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';

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
  await desk.enter(desk.post('alpha'));
  return () => desk.close();
});

const oauth = 'oauth.bitrix24.tech';
const clientId = actors.app.client_id;
const alpha = () => desk.portal('alpha');
const row = async () => (await desk.server.deps.db.select().from(portals))[0];
const held = () => desk.server.deps.db.$count(portalTokens);
/** Who wrote there; a purge forgets them. */
const people = () => desk.server.deps.db.$count(portalPeople);
const lastOutcome = async () =>
  (await desk.server.deps.db.select().from(portalEvents).orderBy(portalEvents.receivedAt)).at(-1)
    ?.outcome;
/** A removal that an employee makes up by what the page of the app shows them. */
const madeUpRemoval = () => changedEvent('onappuninstall-clean1', { ts: actors.now + 60 });
async function tell(event: EventPost) {
  desk.pass(60);
  const { status } = await desk.tell(event);
  await desk.settle();
  return status;
}

test('a removal made up while a new version is being installed takes nothing away', async () => {
  update(desk.world, alpha(), clientId, { version: 4 });
  await tell(madeUpRemoval());

  expect([await held(), await people(), (await row())?.uninstalledAt]).toEqual([1, 2, null]);
  finishInstall(desk.world, alpha(), clientId);
  desk.pass(3600);
  await desk.enter(desk.post('alpha', { userId: 1 }));
  await desk.settle();
  expect(await lastOutcome()).toBe('not_proven');
  expect([await held(), await people()]).toEqual([1, 2]);
});

test('a removal made up after the administrator left the company erases nothing', async () => {
  dismiss(alpha(), 1);
  await tell(madeUpRemoval());

  expect([await lastOutcome(), await people()]).toEqual(['unconfirmed', 2]);
  expect((await desk.enter(desk.post('alpha'))).status).toBe(200);
});

test('a wish to erase that nobody confirms is told to the heads of the desk, and shown until the app is opened again', async () => {
  await database.client.unsafe('truncate agent_notices');
  const api = await deskApi(desk.server);
  const told = async () => {
    const { rows } = (await (await api.get('didox24', '/notices')).json()) as NoticeList;
    return rows;
  };
  const shown = async () => {
    const path = `/portals/${alpha().memberId}`;
    return (await (await api.get('didox24', path)).json()) as CustomerPortal;
  };
  dismiss(alpha(), 1);
  await tell(madeUpRemoval());
  const { erasureAskedAt, uninstalledAt } = await shown();
  const notice = { kind: 'portal_not_erased', portal: alpha().memberId, domain: alpha().host };

  expect(await told()).toMatchObject([notice]);
  expect(erasureAskedAt).toBe(uninstalledAt);
  await desk.enter(desk.post('alpha'));
  expect((await shown()).erasureAskedAt).toBeNull();
});

test('a removal that asks for nothing to be erased tells the desk nothing', async () => {
  await database.client.unsafe('truncate agent_notices');
  dismiss(alpha(), 1);
  await tell(changedEvent('onappuninstall-clean0', { ts: actors.now + 60 }));
  const { db } = desk.server.deps;

  expect([await lastOutcome(), (await row())?.erasureAskedAt]).toEqual(['unconfirmed', null]);
  expect(await db.$count(agentNotices)).toBe(0);
});

test('a removal made up after the tokens were lost erases nothing', async () => {
  const place = { tenantId: 'didox24', memberId: alpha().memberId };
  const app = (await findPortalApp(desk.server.deps.db, 'didox24'))!;
  desk.pass(3601);
  // the answer with the new pair is lost on its way: the old one is dead from then on
  setFault(desk.world, oauth, 'oauth.token', { ...faults.cut, times: 1 });
  const first = await usableToken(desk.server.deps, app, place);
  const second = await usableToken(desk.server.deps, app, place);
  await tell(madeUpRemoval());

  expect(first).toEqual({ ok: false, failure: { kind: 'later' } });
  expect(second).toMatchObject({ ok: false, failure: { kind: 'lost', code: 'invalid_grant' } });
  expect([await lastOutcome(), await people()]).toEqual(['unconfirmed', 2]);
  await desk.enter(desk.post('alpha', { userId: 1 }));
  expect((await usableToken(desk.server.deps, app, place)).ok).toBe(true);
});

test('of a removal with the wish to erase, once the OAuth server confirms it, nothing is left', async () => {
  desk.pass(60);
  uninstall(desk.world, alpha(), clientId, true);
  await desk.settle();

  expect([await lastOutcome(), await held(), await people()]).toEqual(['done', 0, 0]);
});

test('a removal that is told of long after the access token has ended is confirmed by the other one', async () => {
  desk.pass(7200);
  uninstall(desk.world, alpha(), clientId, true);
  await desk.settle();

  expect([await lastOutcome(), await held(), await people()]).toEqual(['done', 0, 0]);
});

test.each(['QUERY_LIMIT_EXCEEDED', 'INTERNAL_SERVER_ERROR', 'CONNECTION_ERROR'])(
  'an OAuth server that says %s loses no token, and lets nobody in meanwhile',
  async (code) => {
    const place = { tenantId: 'didox24', memberId: alpha().memberId };
    const app = (await findPortalApp(desk.server.deps.db, 'didox24'))!;
    desk.pass(3601);
    setFault(desk.world, oauth, '*', refusalFault(200, code));
    const entered = await desk.enter(desk.post('alpha'));
    const meanwhile = await usableToken(desk.server.deps, app, place);
    clearFaults(desk.world, oauth);

    expect([entered.status, entered.headers.get('retry-after')]).toEqual([503, '60']);
    expect(meanwhile).toEqual({ ok: false, failure: { kind: 'later' } });
    expect((await usableToken(desk.server.deps, app, place)).ok).toBe(true);
  },
);

test('a token that one OAuth server does not know proves nothing while the other is down', async () => {
  setFault(desk.world, 'oauth.bitrix.info', '*', faults.down);
  const posted = desk.post('alpha');
  const body = posted.body.replace(/(AUTH_ID=)\w+/, `$1${'f'.repeat(70)}`);

  expect((await desk.enter({ ...posted, body })).status).toBe(503);
});

test('whoever foresees an update and sends it first cannot keep the true one out', async () => {
  desk.pass(60);
  update(desk.world, alpha(), clientId, { version: 4 });
  const [, genuine] = desk.sent;
  alpha().installs.get(clientId)!.installed = true;
  const body = genuine!.body.replace(/(auth%5Baccess_token%5D=)\w+/, `$1${'f'.repeat(70)}`);
  await desk.tell({ body });
  await desk.settle();

  expect((await row())?.version).toBe('4');
});

test('whoever foresees a removal and makes it up cannot keep the true one out', async () => {
  desk.pass(60);
  const at = actors.now + 60;
  await desk.tell(changedEvent('onappuninstall-clean0', { ts: at }));
  await desk.settle();
  const madeUp = await lastOutcome();
  await desk.enter(desk.post('alpha'));
  uninstall(desk.world, alpha(), clientId, false);
  await desk.settle();

  expect([madeUp, await lastOutcome()]).toEqual(['not_proven', 'done']);
  expect(await held()).toBe(0);
});

test('an install from the days to come does not outlive its removal', async () => {
  const ahead = new URLSearchParams(desk.sent[0]!.body);
  ahead.set('ts', String(actors.now + 400 * 86_400));
  await tell({ headers: {}, body: ahead.toString() });
  desk.pass(60);
  uninstall(desk.world, alpha(), clientId, false);
  await desk.settle();

  expect([(await row())?.uninstalledAt === null, await held()]).toEqual([false, 0]);
});

test('a removal from the days to come does not keep the next install out', async () => {
  dismiss(alpha(), 1);
  await tell(changedEvent('onappuninstall-clean1', { ts: actors.now + 400 * 86_400 }));
  alpha().people.get(1)!.active = true;
  desk.pass(60);
  alpha().installs.delete(clientId);
  await desk.install('alpha');
  await desk.settle();

  expect([(await row())?.installedAt, await held()]).toEqual([new Date(desk.world.now()), 1]);
});

test.each<readonly [string, readonly unknown[], () => void]>([
  ['goes with all that was written', ['done', 0, 0], () => undefined],
  [
    'ends with them where the OAuth server cannot say whether it is gone',
    ['unconfirmed', 0, 2],
    () => setFault(desk.world, oauth, 'app.info', refusalFault(401, 'invalid_token')),
  ],
])('a portal whose tokens were refused before %s', async (_, ends, doubt) => {
  const app = (await findPortalApp(desk.server.deps.db, 'didox24'))!;
  const place = { tenantId: 'didox24', memberId: alpha().memberId };
  desk.pass(3601);
  setFault(desk.world, oauth, 'oauth.token', refusalFault(401, 'PAYMENT_REQUIRED'));
  await usableToken(desk.server.deps, app, place);
  clearFaults(desk.world, oauth);
  uninstall(desk.world, alpha(), clientId, true);
  doubt();
  await desk.settle();

  expect([await lastOutcome(), await held(), await people()]).toEqual(ends);
});

test('an install waits for a portal that is down, and is believed when it is up', async () => {
  desk.installed('bravo');
  const { host } = desk.portal('bravo');
  const params = new URLSearchParams(desk.post('bravo', { userId: 1 }).body);
  const event = changedEvent('onappinstall', {
    auth: {
      access_token: params.get('AUTH_ID') ?? '',
      refresh_token: params.get('REFRESH_ID') ?? '',
      application_token: actors.portals.bravo.app_token,
      member_id: desk.portal('bravo').memberId,
      domain: host,
    },
  });
  setFault(desk.world, host, '*', faults.badGateway);
  await tell(event);
  const waiting = await held();
  clearFaults(desk.world, host);
  desk.pass(10);
  await desk.settle();

  expect([waiting, await held()]).toEqual([1, 2]);
});

test('an employee cannot lead the server to another port of the portal', async () => {
  const posted = desk.post('alpha');
  const query = posted.query.replace(/bitrix24\.ru/, 'bitrix24.ru%3A1337');
  const page = await desk.enter({ ...posted, query, origin: `https://${alpha().host}:1337` });

  expect(page.status).toBe(200);
  expect(await row()).toMatchObject({
    domain: alpha().host,
    formerDomains: [],
    restUrl: `https://${alpha().host}/rest/`,
  });
});

test('a form that a page without an origin opens on the whole screen is refused', async () => {
  const { query, body } = desk.post('alpha');
  const post = (destination: string) =>
    desk.enter({ query, body, origin: 'null' }, 'app', { 'sec-fetch-dest': destination });

  expect((await post('document')).status).toBe(403);
  expect((await post('iframe')).status).toBe(200);
});

test('a portal that is deleted lets nobody in, and its tokens are lost', async () => {
  const posted = desk.post('alpha');
  const app = (await findPortalApp(desk.server.deps.db, 'didox24'))!;
  deletePortal(alpha());
  desk.pass(3601);
  const token = await usableToken(desk.server.deps, app, {
    tenantId: 'didox24',
    memberId: alpha().memberId,
  });

  expect((await desk.enter(posted)).status).toBe(401);
  expect(token).toEqual({
    ok: false,
    failure: { kind: 'lost', code: 'not_found', fresh: true },
  });
});

test('what an employee posts beside a token of their own is never learned', async () => {
  const before = await row();
  const posted = desk.post('alpha');
  const form = new URLSearchParams(posted.body);
  form.set('APPLICATION_TOKEN', 'f'.repeat(32));
  form.set('REFRESH_ID', 'f'.repeat(70));
  for (const page of ['app', 'install'] as const)
    expect((await desk.enter({ ...posted, body: form.toString() }, page)).status).toBe(200);

  expect((await row())?.sealedEventKey).toBe(before?.sealedEventKey);
  const [tokens] = await desk.server.deps.db.select().from(portalTokens);
  expect(tokens?.userId).toBe(1);
});
