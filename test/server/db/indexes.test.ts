import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import {
  listTimeOfOrganisation,
  listTimeOfTicket,
  minutesOfOrder,
} from '#server/features/hours/time-entries.repository.ts';
import { listOrdersOfTicket } from '#server/features/orders/orders.repository.ts';
import { listPlanTasks } from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { listOrganisations } from '#server/features/organisations/list-organisations.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { listOutbox } from '#server/features/outbox/list-outbox.ts';
import { countDeferred, countEnded } from '#server/features/reports/reports.repository.ts';
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
const period = { from: new Date('2026-11-01'), until: new Date('2026-12-01') };
const deps = (db: Database) => ({ db, now: Date.now, config: { DEMO: true } }) as unknown as Deps;

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
  ["a desk's open tickets", 'tickets_queue', (db) => deskQueue(deps(db), policy, 'ru', 'open')],
  [
    "a desk's resolved tickets",
    'tickets_ended',
    (db) => deskQueue(deps(db), policy, 'ru', 'resolved'),
  ],
  ["a requester's own tickets", 'tickets_of_requester', (db) => listOwnTickets(db, 'modme', 'rqr')],
  ["a desk's letters", 'outbox_tenant_id_id_pk', (db) => listOutbox(deps(db), 'modme')],
  [
    "a vendor's customers",
    'organisations_by_name',
    (db) => listOrganisations(db, 'modme', { after: 'А', limit: 50 }),
  ],
])('%s are read in order from %s, never sorted whole', async (_what, index, list) => {
  const plan = await planOf(list);

  expect(plan).toContain(`using ${index}`);
  expect(plan).not.toMatch(/\bSort\b/);
});

test.each<[string, string, (db: Database) => Promise<unknown>]>([
  ['time on a ticket', 'time_entries_of_ticket', (db) => listTimeOfTicket(db, 'modme', 'tck')],
  [
    "an organisation's months of hours",
    'time_entries_of_organisation',
    (db) => listTimeOfOrganisation(db, 'modme', 'org', new Date(0)),
  ],
  ['work on an order', 'time_entries_of_order', (db) => minutesOfOrder(db, 'modme', 'ord')],
  ['orders of a ticket', 'orders_of_ticket', (db) => listOrdersOfTicket(db, 'modme', 'tck')],
  ['open tasks of plans', 'plan_tasks_open', (db) => listPlanTasks(db, 'modme', 'open')],
  ['tasks of plans that are done', 'plan_tasks_done', (db) => listPlanTasks(db, 'modme', 'done')],
])('%s: found by %s, without reading the rest of the table', async (_what, index, list) => {
  const plan = await planOf(list);

  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan/);
});

test('the contract of an organisation is found by its name without reading every customer', async () => {
  const plan = await planOf((db) =>
    findContract(db, 'modme', { org: 'ООО «Namuna»' }, '2026-11-22'),
  );

  expect(plan).toMatch(/organisations_by_name/);
  expect(plan).not.toMatch(/Seq Scan/);
});

test.each<[string, string, (db: Database) => Promise<unknown>]>([
  ['what ended in a period', 'tickets_ended', (db) => countEnded(db, 'modme', period)],
  [
    'what was put off in a period',
    'ticket_events_deferred',
    (db) => countDeferred(db, 'modme', period),
  ],
])('%s is counted from %s', async (_what, index, count) => {
  const plan = await planOf(count);

  expect(plan).toMatch(new RegExp(`(?:using|on) ${index} `));
  expect(plan).not.toContain('Seq Scan');
});
