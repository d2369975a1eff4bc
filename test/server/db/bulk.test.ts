import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRows, isAmong } from '#server/db/bulk.ts';
import { organisations } from '#server/features/organisations/organisations.table.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const row = (id: string, name: string, region: string | null = null) => ({
  tenantId: 'modme',
  id,
  name,
  region,
  version: 1,
});
const write = (rows: ReturnType<typeof row>[]) =>
  insertRows(database.db, organisations, rows, [organisations.tenantId, organisations.id]);
const read = (ids: string[]) =>
  database.db.select().from(organisations).where(isAmong(organisations.id, ids));

test('rows are written as they are, whatever stands in them, and replaced by their key', async () => {
  const odd = row(`"b'\\ ,{}`, `"О'Завод"\\ \n, {}`, 'юг');
  await write([row('a', 'А'), odd]);
  await write([row('a', 'А-2')]);

  expect(await read(['a', odd.id, 'c'])).toEqual(expect.arrayContaining([row('a', 'А-2'), odd]));
});

test('more rows than a statement may have parameters, and none', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => row(`n${i}`, `N ${i}`));
  await write(many);
  await write([]);

  expect(await read(many.map(({ id }) => id))).toHaveLength(20_000);
  expect(await read([])).toEqual([]);
});
