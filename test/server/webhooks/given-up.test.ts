import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { NoticeList } from '#shared/wire/watch.ts';
import type { DeliveryList, WebhookSecret } from '#shared/wire/webhooks.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { guardedPost, type Post } from '#server/http/probe/guarded-post.ts';
import { deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';
import { tellReceivers } from '#test/support/tell-receivers.ts';

const vendor = 'modme';
const start = '2026-11-23T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let agent: Awaited<ReturnType<typeof deskApi>>;
let head: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  await saveAgent(database.db, { tenantId: vendor, id: 'head', name: 'Head', role: 'head' });
});
beforeEach(signIn);
afterEach(async () => {
  clock.set(start);
  await database.client.unsafe(
    'truncate webhooks, webhook_deliveries, webhook_secrets, agent_notices',
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function signIn() {
  agent = await deskApi(server);
  head = await deskApi(server, await createSignInToken(server.deps, 'head'));
}
const answers =
  (status: number): Post =>
  async () => ({ outcome: 'reachable', status });
const work = async (post: Post, random = () => 0) => {
  while ((await takeEvents(server.deps)) > 0);
  await tellReceivers(server.deps, post, random);
};
const add = async () =>
  (await (
    await head.post(vendor, '/webhooks', {
      url: 'https://crm.example.org/hooks?secret=zQ7',
      types: ['ticket.opened'],
    })
  ).json()) as WebhookSecret;
const open = (count = 1) =>
  Promise.all(Array.from({ length: count }, () => requesterApi(server).open()));
const deliveries = async (id: string) =>
  ((await (await head.get(vendor, `/webhooks/${id}/deliveries`)).json()) as DeliveryList).rows;
const noticesOf = async (who: typeof agent) =>
  ((await (await who.get(vendor, '/notices')).json()) as NoticeList).rows;
/** Until everything that fails is given up. */
const giveUp = async () => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await work(answers(500));
    clock.set(new Date(clock.now() + 12 * 3_600_000).toISOString());
  }
  await signIn();
};

test('of events that a receiver is not told the heads hear once, whatever their number, until they have seen it', async () => {
  const { id } = await add();
  await open(3);
  await giveUp();
  const first = await noticesOf(head);
  await open();
  await giveUp();
  const again = await noticesOf(head);
  await head.post(vendor, `/notices/${first[0]!.id}/seen`, {});
  const seen = await noticesOf(head);
  await open();
  await giveUp();

  expect((await deliveries(id)).map(({ state }) => state)).toEqual(Array(5).fill('dead'));
  expect(first).toMatchObject([
    { kind: 'webhook_failed', webhook: id, host: 'crm.example.org', stopped: false },
  ]);
  expect(JSON.stringify(first)).not.toContain('zQ7');
  expect(again).toEqual(first);
  expect(seen).toEqual([]);
  expect(await noticesOf(head)).toHaveLength(1);
  expect(await noticesOf(agent)).toEqual([]);
});

test('while it is tried again nobody hears, and told again by hand the notice is done with', async () => {
  const { id } = await add();
  await open();
  await work(answers(503));
  const trying = await noticesOf(head);
  await giveUp();
  const [dead] = await deliveries(id);
  const given = await noticesOf(head);
  await head.post(vendor, `/webhooks/${id}/deliveries/${dead!.seq}/again`, {});

  expect([trying, given.length]).toEqual([[], 1]);
  expect(await noticesOf(head)).toEqual([]);
});

test('one that is gone says so in its notice', async () => {
  await add();
  await open(2);
  await work(answers(410));

  expect(await noticesOf(head)).toMatchObject([{ kind: 'webhook_failed', stopped: true }]);
});

test('retries of one outage are spread, each by a fifth of its turn at most', async () => {
  const { id } = await add();
  await open(3);
  const luck = [0, 0.5, 1];
  await work(answers(503), () => luck.shift() ?? 0);
  const waits = (await deliveries(id)).map(({ tryAt }) => Date.parse(tryAt!) - clock.now());

  expect(waits.toSorted((one, other) => one - other)).toEqual([5000, 5500, 6000]);
});

test('a receiver that never answers is given up at the deadline and tried again', async () => {
  const { id } = await add();
  await open();
  const looks: string[] = [];
  await work(
    guardedPost({
      ports: [443],
      deadlineMs: 20,
      resolve: async () => ['192.0.2.7'],
      mayReach: () => true,
      ask: (_target, address) => {
        looks.push(address);
        return new Promise(() => undefined);
      },
    }),
  );

  expect(looks).toEqual(['192.0.2.7']);
  expect(await deliveries(id)).toMatchObject([
    { state: 'waiting', attempts: 1, lastError: 'deadline' },
  ]);
});

test('a name is looked up once, and the connection goes to the very address that was judged', async () => {
  const { id } = await add();
  await open();
  const answered = [['192.0.2.7'], ['10.0.0.7']];
  const reached: string[] = [];
  await work(
    guardedPost({
      ports: [443],
      resolve: async () => answered.shift() ?? [],
      mayReach: (address) => address === '192.0.2.7',
      ask: async (_target, address) => {
        reached.push(address);
        return { status: 204, location: undefined };
      },
    }),
  );

  expect(reached).toEqual(['192.0.2.7']);
  expect(answered).toEqual([['10.0.0.7']]);
  expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
});
