import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Connection } from '#server/db/connect.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { privateCluster } from '#test/support/database.ts';
import type { Cluster } from '#test/support/cluster.ts';

// The driver of its own would end the process in several of these cases; vitest fails a run with an
// error that nobody caught.

let cluster: Cluster;
let connection: Connection;
beforeAll(async () => {
  cluster = await privateCluster();
  connection = connect({ url: cluster.url, poolSize: 4 });
  await connection.client.unsafe('create table notes (id int)');
});
afterAll(async () => {
  await connection.close();
  await cluster.remove();
});

const count = async () => {
  const [row] = await connection.client.unsafe(
    'select count(*) as n from notes where id > $1',
    [0],
  );
  return row?.['n'];
};
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error,
  );
/** All connections of the pool in use at once, so that all of them have worked. */
const warm = () =>
  Promise.all(Array.from({ length: 8 }, () => connection.client.unsafe('select 1')));

test('a stopped database fails statements as unavailable, and serves them when it is back', async () => {
  await warm();
  await cluster.stop('immediate');
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(isUnavailable(await failure(count()))).toBe(true);
  }

  await cluster.start();

  const answers = await Promise.all(Array.from({ length: 12 }, count));
  expect(new Set(answers)).toEqual(new Set([0]));
});

test('a statement in flight when the database stops fails as unavailable', async () => {
  await warm();
  const flying = Array.from({ length: 6 }, () =>
    failure(connection.db.execute(sql`select pg_sleep(${5})`)),
  );
  await connection.client.unsafe('select 1').catch(() => undefined);
  await cluster.stop('immediate');

  for (const error of await Promise.all(flying)) expect(isUnavailable(error)).toBe(true);

  await cluster.start();
  expect(await Promise.all(Array.from({ length: 12 }, count))).toEqual(Array(12).fill(0));
});

test.each(['immediate', 'fast'] as const)(
  'a transaction broken by a stop (%s) fails whole and breaks nothing after it',
  async (mode) => {
    const broken = failure(
      connection.db.transaction(async (tx) => {
        await tx.execute(sql`insert into notes values (1)`);
        await cluster.stop(mode);
        await cluster.start();
        await tx.execute(sql`insert into notes values (2)`);
      }),
    );
    expect(isUnavailable(await broken)).toBe(true);
    expect(await Promise.all(Array.from({ length: 12 }, count))).toEqual(Array(12).fill(0));
  },
);

test('a transaction whose statement is cut in flight fails whole and breaks nothing after it', async () => {
  const broken = failure(
    connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values (1)`);
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(${1})`);
    }),
  );
  expect(isUnavailable(await broken)).toBe(true);
  expect(await Promise.all(Array.from({ length: 12 }, count))).toEqual(Array(12).fill(0));
});

test('a database that hangs gives an error within 8 seconds, and works again when it wakes', async () => {
  await warm();
  await cluster.freeze();
  const since = Date.now();
  const errors = await Promise.all([
    failure(connection.db.transaction((tx) => tx.execute(sql`select 1`))),
    ...Array.from({ length: 10 }, () => failure(count())),
  ]);
  const took = Date.now() - since;
  await cluster.thaw();

  expect(took).toBeLessThan(8000);
  for (const error of errors) expect(isUnavailable(error)).toBe(true);
  expect(await Promise.all(Array.from({ length: 12 }, count))).toEqual(Array(12).fill(0));
});

test('a statement that takes too long is cut off by the server', async () => {
  const since = Date.now();
  const error = await failure(connection.db.execute(sql`select pg_sleep(${30})`));

  expect(Date.now() - since).toBeLessThan(7400);
  expect(error).toMatchObject({ cause: { code: '57014' } });
});
