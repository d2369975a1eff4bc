import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { callInTurn } from '#server/features/portals/call-in-turn.ts';
import { pauseAfter } from '#server/features/portals/portal-pause.ts';
import { originOf } from '#server/demo/portal/virtual-portal.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade; truncate portal_paces');
  desk = await portalDesk(database);
  desk.installed('alpha');
  return () => desk.close();
});

const asked = () => desk.world.requests.filter(({ path }) => path === '/rest/profile').length;
const call = (key: PortalKey = 'alpha') =>
  callInTurn(
    desk.server.deps,
    'didox24',
    {
      restUrl: `${originOf(desk.portal(key))}/rest/`,
      accessToken: new URLSearchParams(desk.post(key).body).get('AUTH_ID') ?? '',
    },
    'profile',
  );
const heldFor = async () => {
  const answer = await call();
  if (answer.ok || answer.failure.kind !== 'held') return 0;
  return answer.failure.until.getTime() - desk.world.now();
};
const host = () => desk.portal('alpha').host;

test('two calls a second, however many servers ask', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => call()));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(asked()).toBe(1);
  desk.pass(0.5);
  expect((await call()).ok).toBe(true);
  expect(await heldFor()).toBe(500);
});

test('another portal of the same vendor has turns of its own', async () => {
  desk.installed('bravo');
  await call();

  const other = await call('bravo');

  expect(other.ok).toBe(true);
});

test('a portal that refuses for its load is left alone, longer each time', async () => {
  setFault(desk.world, host(), 'profile', refusalFault(503, 'QUERY_LIMIT_EXCEEDED'));

  expect(await heldFor()).toBe(1000);
  desk.pass(1);
  expect(await heldFor()).toBe(2000);
  expect(await heldFor()).toBe(2000);
  expect(asked()).toBe(2);
});

test('a portal that does not answer is left alone after the third time, and anew after each', async () => {
  setFault(desk.world, host(), 'profile', { ...faults.badGateway, times: 4 });
  const silent = [];
  for (let time = 0; time < 3; time += 1) {
    silent.push(await call());
    desk.pass(0.5);
  }

  expect(silent.map((answer) => !answer.ok && answer.failure.kind)).toEqual(
    Array.from({ length: 3 }, () => 'unreadable'),
  );
  expect(await heldFor()).toBe(29_500);
  desk.pass(29.5);
  expect(await call()).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  expect(await heldFor()).toBe(60_000);
  desk.pass(60);
  expect((await call()).ok).toBe(true);
  expect(await heldFor()).toBe(500);
});

test.each([
  ['too busy', 503, 'OVERLOAD_LIMIT', 0, 300_000],
  ['too busy for the fifth time', 503, 'OVERLOAD_LIMIT', 4, 3_600_000],
  ['out of time, and it does not say until when', 429, 'OPERATION_TIME_LIMIT', 0, 600_000],
  ['a wrong answer of its own', 200, 'expired_token', 2, undefined],
  ['a fault of its own', 500, 'INTERNAL_SERVER_ERROR', 2, 30_000],
])('%s', (_case, status, code, before, waitMs) => {
  const paused = pauseAfter(
    { ok: false, failure: { kind: 'refused', status, code } },
    before,
    1000,
  );

  expect(paused.until).toBe(waitMs === undefined ? undefined : 1000 + waitMs);
  expect(paused.failures).toBe(waitMs === undefined ? 0 : before + 1);
});

test('an app that has nearly used up its time waits until it is counted anew', () => {
  const answer = (operatingSeconds: number) =>
    pauseAfter({ ok: true, value: { result: 1, operatingSeconds, resetsAt: 90_000 } }, 3, 1000);

  expect(answer(399)).toEqual({ failures: 0, untouched: false });
  expect(answer(400)).toEqual({ failures: 0, untouched: false, until: 90_000 });
});
