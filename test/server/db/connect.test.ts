import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, testDatabase, type TestDatabase } from '#test/support/database.ts';

const notes = pgTable('notes', {
  id: integer('id').primaryKey(),
  size: bigint('size', { mode: 'number' }),
  at: timestamp('at', { withTimezone: true }),
  data: jsonb('data'),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.client.unsafe(
    'create table notes (id int primary key, size int8, at timestamptz, data jsonb)',
  );
});
afterAll(() => database.drop());

const ids = async () => (await database.db.select().from(notes)).map(({ id }) => id);

test('a test database has the schema and no rows', async () => {
  const migrated = await testDatabase();

  const [row] = await migrated.db.execute(sql`select count(*) as n from tickets`);

  expect(row).toEqual({ n: 0 });
  await migrated.drop();
});

test('values come back as they went in', async () => {
  const row = {
    id: 1,
    size: 2 ** 52,
    at: new Date('2026-08-20T05:00:00.123Z'),
    data: { а: ['ў'] },
  };

  const [written] = await database.db.insert(notes).values(row).returning();

  expect(written).toEqual(row);
  await database.db.delete(notes);
});

test('int8 is a number where that is exact, else text', async () => {
  const [row] = await database.client.unsafe(
    'select 9007199254740991::int8 as exact, 9007199254740993::int8 as large, count(*) from notes',
  );
  expect(row).toEqual({ exact: 9007199254740991, large: '9007199254740993', count: 0 });
});

test('json and arrays go as parameters of a bare statement', async () => {
  const [row] = await database.client.unsafe(
    'select $1::json as given, $2::int[] as numbers, $3::timestamptz as at',
    [JSON.stringify({ a: 1 }), [1, 2], '2026-08-20T05:00:00.000Z'],
  );
  expect(row).toEqual({ given: { a: 1 }, numbers: [1, 2], at: '2026-08-20 05:00:00+00' });
});

test('statements with parameters are prepared, in a transaction too', async () => {
  const texts = await database.db.transaction(async (tx) => {
    await tx.execute(sql`select ${1}::int as prepared_in_transaction`);
    return tx.execute(sql`select statement from pg_prepared_statements where ${true}`);
  });
  expect(texts.map((row) => row['statement'])).toContain(
    'select $1::int as prepared_in_transaction',
  );
});

test('a transaction commits', async () => {
  await database.db.transaction((tx) => tx.insert(notes).values({ id: 10 }));

  expect(await ids()).toEqual([10]);
  await database.db.delete(notes);
});

test('a failing transaction leaves nothing and gives its connection back', async () => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const failing = database.db.transaction(async (tx) => {
      await tx.insert(notes).values({ id: 11 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
  }
  expect(await ids()).toEqual([]);
});

test('a failing statement fails its transaction with its own error', async () => {
  const failing = database.db.transaction(async (tx) => {
    await tx.insert(notes).values({ id: 12 });
    await tx.insert(notes).values({ id: 12 });
  });
  await expect(failing).rejects.toMatchObject({ cause: { code: '23505' } });
  expect(await ids()).toEqual([]);
});

test('an inner transaction is undone alone', async () => {
  await database.db.transaction(async (tx) => {
    await tx.insert(notes).values({ id: 13 });
    await tx
      .transaction(async (inner) => {
        await inner.insert(notes).values({ id: 14 });
        throw new Error('only this');
      })
      .catch(() => undefined);
    await tx.insert(notes).values({ id: 15 });
  });
  expect(await ids()).toEqual([13, 15]);
  await database.db.delete(notes);
});

test('more transactions at once than connections all finish', async () => {
  const numbers = Array.from({ length: 40 }, (_value, index) => index + 100);
  await Promise.all(
    numbers.map((id) =>
      database.db.transaction(async (tx) => {
        await tx.insert(notes).values({ id });
        await tx.select().from(notes);
      }),
    ),
  );
  expect(await ids()).toHaveLength(40);
  await database.db.delete(notes);
});
