import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';

test('a test database has the schema', async () => {
  const database = await testDatabase();
  const [row] = await database.db.execute(sql`select count(*) as n from tickets`);
  expect(row).toEqual({ n: 0 });
  await database.drop();
});
