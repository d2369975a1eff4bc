import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import { isLostRace } from '#server/db/lost-race.ts';
import { transact } from '#server/db/transact.ts';
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
  await database.client.unsafe('create table counts (name text primary key, value int not null)');
});
beforeEach(() =>
  database.client.unsafe(
    `insert into counts values ('a', 0), ('b', 0) on conflict (name) do update set value = 0`,
  ),
);
afterAll(() => database.drop());

const values = async () =>
  (await database.client.unsafe('select value from counts order by name')).map(
    (row) => row['value'] as number,
  );

/** Ends once everybody who waits has come, so that both hold what the other one wants. */
function meeting(people: number): () => Promise<void> {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((all) => (resolve = all));
  let came = 0;
  return () => {
    came += 1;
    if (came === people) resolve();
    return promise;
  };
}

test('of two transactions in a deadlock both are done, and each once', async () => {
  const met = meeting(2);
  let begun = 0;
  const raise = (order: readonly [string, string]) =>
    transact(database.db, async (tx) => {
      begun += 1;
      const [first, second] = order;
      await tx.execute(sql`update counts set value = value + 1 where name = ${first}`);
      await met();
      await tx.execute(sql`update counts set value = value + 1 where name = ${second}`);
      return succeed(first);
    });

  const done = await Promise.all([raise(['a', 'b']), raise(['b', 'a'])]);

  expect(done).toEqual([succeed('a'), succeed('b')]);
  expect(await values()).toEqual([2, 2]);
  // PostgreSQL undoes both where both find the deadlock at one instant
  expect(begun).toBeGreaterThanOrEqual(3);
});

test('of two that read what the other one writes both are done', async () => {
  const met = meeting(2);
  let begun = 0;
  const copy = (from: string, to: string) =>
    transact(database.db, async (tx) => {
      begun += 1;
      await tx.execute(sql`set transaction isolation level serializable`);
      const [row] = await tx.execute(sql`select value from counts where name = ${from}`);
      await met();
      await tx.execute(
        sql`update counts set value = ${Number(row?.['value']) + 1} where name = ${to}`,
      );
      return succeed(to);
    });

  await Promise.all([copy('a', 'b'), copy('b', 'a')]);

  expect((await values()).toSorted()).toEqual([1, 2]);
  expect(begun).toBe(3);
});

test('one that is undone each time ends after four attempts', async () => {
  let begun = 0;
  const undone = transact(database.db, async (tx) => {
    begun += 1;
    await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
    return succeed(undefined);
  });

  await expect(undone).rejects.toSatisfy(isLostRace);
  expect(begun).toBe(4);
});

test.each([
  ['an expected failure', async () => fail({ code: 'ticket.not_found' } as const)],
  [
    'a fault',
    async () => {
      throw new Error('broken');
    },
  ],
])('%s is not tried again, and leaves nothing', async (_case, end) => {
  let begun = 0;
  const done = transact(database.db, async (tx) => {
    begun += 1;
    await tx.execute(sql`update counts set value = 9`);
    return end();
  });
  await done.catch(() => undefined);

  expect(begun).toBe(1);
  expect(await values()).toEqual([0, 0]);
});
