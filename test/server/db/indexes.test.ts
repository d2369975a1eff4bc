import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { listOutbox } from '#server/features/outbox/list-outbox.ts';
import { deskQueue } from '#server/features/tickets/desk-queue.ts';
import { listOwnTickets } from '#server/features/tickets/tickets.repository.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const policy = policyOf('modme');
const deps = (db: Database) => ({ db, now: Date.now }) as unknown as Deps;

/** Empty tables are cheapest to read whole, so the planner has to be told not to. */
async function planOf(list: (db: Database) => Promise<unknown>): Promise<string> {
  const asked: { readonly text: string; readonly values: string[] }[] = [];
  const listening = {
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, values: string[]) => {
      asked.push({ text, values });
      return Object.assign(Promise.resolve([]), { values: async () => [] });
    },
  };
  await list(drizzle({ client: listening as unknown as Sql }));
  return database.client.begin(async (client) => {
    await client.unsafe('set local enable_seqscan = off');
    const { text, values } = asked[0]!;
    const plan = await client.unsafe(`explain ${text}`, values);
    return plan.map((line) => line['QUERY PLAN']).join('\n');
  });
}

test.each<[string, string, (db: Database) => Promise<unknown>]>([
  [
    "a desk's open tickets",
    'tickets_unresolved',
    (db) => deskQueue(deps(db), policy, 'ru', 'open'),
  ],
  [
    "a desk's resolved tickets",
    'tickets_resolved',
    (db) => deskQueue(deps(db), policy, 'ru', 'resolved'),
  ],
  ["a requester's own tickets", 'tickets_of_requester', (db) => listOwnTickets(db, 'modme', 'rqr')],
  ["a desk's letters", 'outbox_tenant_id_id_pk', (db) => listOutbox(deps(db), 'modme')],
])('%s are read in order from %s, never sorted whole', async (_what, index, list) => {
  const plan = await planOf(list);

  expect(plan).toContain(`using ${index}`);
  expect(plan).not.toMatch(/\bSort\b/);
});

test('the contract of an organisation is found by its name without reading every customer', async () => {
  const plan = await planOf((db) =>
    findContract(db, 'modme', { org: 'ООО «Namuna»' }, '2026-11-22'),
  );

  expect(plan).toMatch(/organisations_by_name/);
  expect(plan).not.toMatch(/Seq Scan/);
});
