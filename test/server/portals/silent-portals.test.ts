import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faults, setFault } from '#server/demo/portal/faults.ts';
import { finishInstall, setPayment, uninstall, update } from '#server/demo/portal/install-acts.ts';
import { deletePortal, dismiss } from '#server/demo/portal/portal-acts.ts';
import { erasePerson } from '#server/features/erasure/erase-person.ts';
import { erasePortal } from '#server/features/portals/erase-portal.ts';
import { lookAtSilentPortals } from '#server/features/portals/look-at-silent-portals.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portalPeople } from '#server/features/portals/portal-people.table.ts';
import { portalSessions } from '#server/features/portals/portal-sessions.table.ts';
import { portals, portalTokens } from '#server/features/portals/portals.table.ts';
import { settlePortalEvents } from '#server/features/portals/settle-events.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade; truncate portal_paces');
  desk = await portalDesk(database);
  return () => desk.close();
});

const day = 86_400;
const clientId = actors.app.client_id;
const alpha = () => desk.portal('alpha');
const look = () => lookAtSilentPortals(desk.server.deps, erasePortal(desk.server.deps));
const portal = async () => (await database.db.select().from(portals))[0];
const asked = (path: string) => desk.world.requests.filter((seen) => seen.path === path).length;
const verified = '/rest/app.info';
const renewed = '/oauth/token/';
/** The administrator opened the app, and none of its events ever came. */
async function opened() {
  desk.installed('alpha');
  await desk.enter(desk.post('alpha', { userId: 1 }));
  desk.world.requests.length = 0;
}

test('a portal of which somebody was heard today is not asked after', async () => {
  await opened();
  desk.pass(day - 1);

  expect(await look()).toBe(0);
  expect(desk.world.requests).toEqual([]);
});

test('a silent portal is asked after once a day, and its ended token is not renewed for it', async () => {
  await opened();
  for (let hour = 0; hour < 24 * 10; hour += 1) {
    desk.pass(3600);
    await look();
  }

  expect(asked(verified)).toBeGreaterThanOrEqual(9);
  expect(asked(verified)).toBeLessThanOrEqual(10);
  expect(asked(renewed)).toBe(0);
});

test('a pair is renewed once a month, so that it outlives the half year after which it would die', async () => {
  await opened();
  for (let days = 0; days < 200; days += 1) {
    desk.pass(day + 1);
    await look();
  }

  expect(asked(renewed)).toBe(6);
  expect(await database.db.select().from(portalTokens)).toMatchObject([{ refusedAs: null }]);
});

test('an update and a payment that were never told are found', async () => {
  await opened();
  update(desk.world, alpha(), clientId, { version: 4 });
  finishInstall(desk.world, alpha(), clientId);
  desk.pass(31 * day);
  setPayment(desk.world, alpha(), clientId, { status: 'T', days: 5 });
  await look();

  expect(await portal()).toMatchObject({
    version: '4',
    status: 'T',
    paymentExpired: false,
    daysLeft: 5,
  });
});

test('a subscription that ended is written down', async () => {
  await opened();
  setPayment(desk.world, alpha(), clientId, { status: 'P', days: 1 });
  desk.pass(31 * day);
  await look();

  expect(await portal()).toMatchObject({ paymentExpired: true, uninstalledAt: null });
});

test.each([
  ['an app that was removed', () => uninstall(desk.world, alpha(), clientId, false)],
  ['a portal that was deleted', () => deletePortal(alpha())],
])('%s and never told is found, and its tokens are forgotten', async (_case, leave) => {
  await opened();
  leave();
  desk.pass(day + 1);
  await look();

  expect((await portal())?.uninstalledAt).not.toBeNull();
  expect(await database.db.$count(portalTokens)).toBe(0);
  desk.pass(2 * day);
  expect(await look()).toBe(0);
});

test('an administrator who left is no removed app', async () => {
  await opened();
  dismiss(alpha(), 1);
  desk.pass(day + 1);
  await look();
  desk.pass(day + 1);
  desk.world.requests.length = 0;
  await look();

  expect((await portal())?.uninstalledAt).toBeNull();
  expect(desk.world.requests).toEqual([]);
});

test('while nobody answers everything stays', async () => {
  await opened();
  for (const host of ['oauth.bitrix24.tech', 'oauth.bitrix.info'])
    setFault(desk.world, host, '*', faults.badGateway);
  desk.pass(40 * day);
  const before = await portal();
  await look();

  expect(await portal()).toEqual({ ...before, lookedAt: new Date(desk.world.now()) });
});

test('an event that meets a fault is tried again ever later and given up in the end', async () => {
  const told = bitrix24Fixture<{ request: { rawBody: string } }>('event-onappinstall').request;
  await desk.tell({ body: told.rawBody });
  const deps = {
    ...desk.server.deps,
    portalHttp: () => Promise.reject(new Error('a fault of our own')),
  };
  const waits = [];
  for (let time = 0; time < 12; time += 1) {
    await settlePortalEvents(deps, async () => undefined);
    const [row] = await database.db.select().from(portalEvents);
    if (row?.outcome) break;
    const seconds = ((row?.nextAt.getTime() ?? 0) - desk.world.now()) / 1000;
    waits.push(seconds);
    desk.pass(seconds);
  }

  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]);
  expect(await database.db.select().from(portalEvents)).toMatchObject([
    { outcome: 'fault', attempts: 12, sealedBody: null },
  ]);
});

test('whoever is erased is no person of a portal any more', async () => {
  desk.installed('alpha');
  await desk.enter(desk.post('alpha'));
  const [person] = await database.db.select().from(portalPeople);
  await database.db.transaction((tx) =>
    erasePerson(
      tx,
      desk.server.deps,
      { tenantId: 'didox24', requesterId: person!.requesterId },
      '',
      new Date(desk.world.now()),
    ),
  );

  expect(await database.db.$count(portalPeople)).toBe(0);
  expect(await database.db.$count(portalSessions)).toBe(0);
});
