import { afterAll, beforeAll, expect, test } from 'vitest';
import { followQueueOrder, rekeyQueue } from '#server/features/tickets/rekey-queue.ts';
import { queuePage } from '#server/features/tickets/queue-page.ts';
import { queueKey } from '#server/policy/decision/queue-key.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { anyQueue, orderedNaively } from '#test/support/any-queue.ts';
import { handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { calendarYears, packFiles, policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T13:30:00Z');
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

test.each(packFiles.map((file) => file.split('.')[0] ?? ''))(
  '%s: the database sorts 10,000 keys as a person would order their tickets',
  async (vendor) => {
    const { pack } = policyOf(vendor);
    const items = anyQueue(pack, 11, 10_000);
    const rows = items.map((item, at) => ({ number: at + 1, key: queueKey(pack.queue, item) }));
    const sorted = await database.client.unsafe<{ number: number }[]>(
      `select number from json_to_recordset($1::text::json) as r(number int, key text)
       order by key collate "C", number`,
      [JSON.stringify(rows)],
    );
    expect(sorted.map(({ number }) => `T-${number}`)).toEqual(
      orderedNaively(pack, items).map(({ number }) => number),
    );
  },
);

test('rows without a place get one, and another order gives all of them another', async () => {
  const api = requesterApi(server);
  const first = await api.open();
  clock.set('2026-11-20T14:30:00Z');
  const second = await api.open();
  const { db } = server.deps;
  const queue = async () => {
    const place = { part: 'open', limit: 10, now: new Date(clock.now()) } as const;
    return (await queuePage(db, 'modme', place)).map(({ id }) => id);
  };
  await database.client.unsafe("update tickets set queue_key = '~'");
  await database.client.unsafe('update tickets set number = 1000 - number');
  expect(await queue()).toEqual([second.id, first.id]);

  const look = followQueueOrder(server.deps);
  await look();
  expect(await queue()).toEqual([first.id, second.id]);
  expect(await rekeyQueue(server.deps)).toBe(0);

  const { pack } = policyOf('modme');
  const other = { ...pack.queue, order: ['plan', 'severity'] as (typeof pack.queue)['order'] };
  const newer = { ...pack, edition: '2026-11-20', validFrom: '2026-11-20', queue: other };
  server.live.replace([policyOf('modme'), compilePolicy(newer, calendarYears)]);
  await look();
  expect(await queue()).toEqual([second.id, first.id]);
  expect(await rekeyQueue(server.deps)).toBe(0);
});
