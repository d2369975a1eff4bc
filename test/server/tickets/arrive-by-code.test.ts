import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  completeRequest,
  deskApi,
  device,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A request that the widget prepared for the chat of the vendor. */
async function prepare() {
  const { pack } = server.deps.policies.inForce('jokercrm', clock.now())!;
  const api = requesterApi(server, { vendor: 'jokercrm', bearer: device('A') });
  const receipt = await api.open(completeRequest(pack));
  return { ...receipt, code: receipt.bridge!.code };
}
/** By an agent who has just signed in: no session lasts a day. */
const take = async (code: string, vendor = 'jokercrm') =>
  (await deskApi(server)).post(vendor, '/arrivals', { code });

test('a code that somebody types brings the prepared request in, with everything in it, and starts its clock', async () => {
  clock.set('2026-11-20T08:00:00Z');
  const { id, code } = await prepare();
  clock.set('2026-11-20T09:00:00Z');

  const taken = await take(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `);

  expect(taken.status).toBe(200);
  expect(await taken.json()).toEqual({ id });
  const [row] = await database.client.unsafe<{ status: string; received_at: string }[]>(
    'select status, received_at from tickets where id = $1',
    [id],
  );
  expect(row).toMatchObject({ status: 'open', received_at: '2026-11-20 09:00:00+00' });
});

test('a code is good once', async () => {
  const { code } = await prepare();
  await take(code);

  const again = await take(code);

  expect(await codeOf(again)).toEqual([409, 'ticket.not_awaiting_channel']);
});

test.each([
  ['to the last minute of a day', '2026-11-21T08:00:00Z', 200],
  ['and no longer', '2026-11-21T08:00:01Z', 410],
])('a code is good for a day: %s', async (_case, at, status) => {
  clock.set('2026-11-20T08:00:00Z');
  const { code } = await prepare();
  clock.set(at);

  expect((await take(code)).status).toBe(status);
});

test('a code of nobody, or of another vendor, is not known', async () => {
  const { code } = await prepare();

  expect(await codeOf(await take('AAAA2222'))).toEqual([404, 'arrival.unknown_code']);
  expect(await codeOf(await take(code, 'modme'))).toEqual([404, 'arrival.unknown_code']);
});
