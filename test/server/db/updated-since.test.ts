import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageTickets } from '#server/features/tickets/page-tickets.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { plannedFor } from '#test/support/planned-for.ts';
import { policyOf } from '#test/support/policies.ts';
import { storeTickets } from '#test/support/stored-tickets.ts';

const policy = policyOf('modme');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await storeTickets(database.db, policy, { count: 1, from: Date.parse('2026-01-01') });
  await database.client.unsafe(
    `insert into tickets select copy.*
     from tickets t, generate_series(1, 20000) n, lateral jsonb_populate_record(t, jsonb_build_object(
       'id', 'tck_' || n, 'number', 1000 + n,
       'updated_at', timestamptz '2026-01-01' + n * interval '1 minute')) copy`,
  );
  await database.client.unsafe('vacuum analyze tickets');
});
afterAll(() => database.drop());

const since = (instant: string) =>
  plannedFor(database.client, (db) =>
    pageTickets(db, policy.pack, { updatedSince: new Date(instant) }, { limit: 50 }),
  );

test('what has changed since an instant is found by when it changed, without reading the rest', async () => {
  const plan = await since('2026-01-14T21:00:00Z');

  expect(plan).toContain('Bitmap Index Scan on tickets_updated');
  expect(plan).not.toContain('Seq Scan');
});

test('where nearly all has changed the newest are read in their order', async () => {
  expect(await since('2026-01-01T00:00:00Z')).toContain('using tickets_number');
});
