import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#server/db/connect.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { isNotNull, sql } from 'drizzle-orm';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { addPortals, keepPortals, knownPortal } from '#test/support/many-portals.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';
import { countsOf, eventMix } from '#test/support/portal-mix.ts';
import { actors } from '#test/support/portal-world.ts';

// the short form of `npm run bench:portals`: what is counted there, and nothing of how long it takes

const tenantId = 'didox24';
const clientId = actors.app.client_id;
let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** So many portals more, in which the app is. */
async function added(count: number, name: string) {
  const hostOf = (n: number) => `${name}-${n}.bitrix24.ru`;
  const made = addPortals(desk.world, clientId, count, hostOf);
  await keepPortals(
    desk.server.deps,
    tenantId,
    made.map((portal) => knownPortal(desk.world, portal, clientId)),
  );
  return made;
}

test('events of many portals at once: each that counts is kept once and seen to, none that is forged', async () => {
  const made = await added(80, 'mixed');
  const { events, removed } = eventMix(desk.world, desk.sent, clientId, made, 100);
  const answers = await Promise.all(
    events.map(async (event) => [event.kind, (await desk.tell(event)).status].join(' ')),
  );
  const { db } = desk.server.deps;
  const counts = countsOf(events);

  expect([...new Set(answers)].toSorted()).toEqual([
    'again 204',
    'dropped 204',
    'forged 401',
    'new 204',
  ]);
  expect(await db.$count(portalEvents)).toBe(counts.new);
  await desk.settle();
  const outcomes = await db
    .select({ outcome: portalEvents.outcome, count: sql<number>`count(*)::int` })
    .from(portalEvents)
    .groupBy(portalEvents.outcome);
  expect(outcomes).toEqual([{ outcome: 'done', count: counts.new }]);
  expect(await db.$count(portals, isNotNull(portals.uninstalledAt))).toBe(removed);
});

test('many portals whose tokens have ended, each wanted by many at two servers: one renewal a portal', async () => {
  const made = await added(40, 'ended');
  const { deps } = desk.server;
  const other = connect({ url: database.url });
  const app = await findPortalApp(deps.db, tenantId);
  desk.pass(3601);
  desk.world.requests.length = 0;
  try {
    const tokens = await Promise.all(
      [deps, { ...deps, db: other.db }].flatMap((server) =>
        made.flatMap(({ memberId }, at) =>
          Array.from({ length: at === 0 ? 100 : 2 }, async () => {
            const token = await usableToken(server, app!, { tenantId, memberId });
            return `${memberId} ${token.ok ? token.value : token.failure.kind}`;
          }),
        ),
      ),
    );
    const renewed = desk.world.requests.filter(({ path }) => path.startsWith('/oauth/token'));

    expect(renewed).toHaveLength(made.length);
    expect(new Set(tokens).size).toBe(made.length);
    expect(tokens.filter((token) => !/ \w{70}$/.test(token))).toEqual([]);
  } finally {
    await other.close();
  }
});
