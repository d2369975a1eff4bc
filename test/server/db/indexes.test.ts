import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { unseenNotices } from '#server/features/agent-notices/agent-notices.repository.ts';
import { listAppeals } from '#server/features/appeals/list-appeals.ts';
import { countUses } from '#server/features/articles/count-uses.ts';
import {
  listTimeOfOrganisation,
  listTimeOfTicket,
  minutesOfOrder,
} from '#server/features/hours/time-entries.repository.ts';
import { pageChecks } from '#server/features/checks/checks.repository.ts';
import { listFollowUps } from '#server/features/follow-up/list-follow-ups.ts';
import { listOrdersOfTicket } from '#server/features/orders/orders.repository.ts';
import { listPlanTasks } from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { incompleteContracts } from '#server/features/organisations/incomplete-contracts.ts';
import { listOrganisations } from '#server/features/organisations/list-organisations.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { listOutbox } from '#server/features/outbox/list-outbox.ts';
import { countDeferred, countEnded } from '#server/features/reports/reports.repository.ts';
import { lastProbes } from '#server/features/probes/probes.repository.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { listSilence } from '#server/features/silence/list-silence.ts';
import { claimDeliveries } from '#server/features/webhooks/claim-deliveries.ts';
import { forgetDeliveries } from '#server/features/webhooks/forget-deliveries.ts';
import { countViews } from '#server/features/tickets/count-views.ts';
import type { QueuePart } from '#server/features/tickets/queue-cursor.ts';
import { queueFilter, type QueueFilter } from '#server/features/tickets/queue-filter.ts';
import { pageTickets } from '#server/features/tickets/page-tickets.ts';
import { queuePage } from '#server/features/tickets/queue-page.ts';
import { listOwnTickets } from '#server/features/tickets/tickets.repository.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { plannedFor } from '#test/support/planned-for.ts';
import { policyOf } from '#test/support/policies.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const policy = policyOf('modme');
const policies = policyRegistry([policy]);
const period = { from: new Date('2026-11-01'), until: new Date('2026-12-01') };
const deps = (db: Database) =>
  ({ db, now: Date.now, policies, config: { DEMO: true } }) as unknown as Deps;
const queueOf =
  (part: QueuePart, filter: QueueFilter = {}) =>
  (db: Database) => {
    const after = {
      key: part === 'resolved' ? '1795348200000' : '1 000001795348200000',
      number: 7,
    };
    const wanted = queueFilter(policy.pack, filter);
    return queuePage(db, 'modme', { part, after, limit: 101, wanted, now: new Date() });
  };

const place = { after: { at: Date.now(), number: 7 }, limit: 50 };
const tasks = (state: 'open' | 'done') => ({
  state,
  after: { at: new Date(), organisationId: 'org', item: 'item', month: '2026-11-01' },
  limit: 51,
});

const planOf = (list: (db: Database) => Promise<unknown>) => plannedFor(database.client, list);

test.each<[string, string, (db: Database) => Promise<unknown>]>([
  ["a page of a desk's open tickets", 'tickets_queue', queueOf('open')],
  ['a page of those in the order of work', 'tickets_view', queueOf('order')],
  ['a page of those handed over', 'tickets_view', queueOf('handed')],
  ['a page of those that wait for their requester', 'tickets_view', queueOf('waiting')],
  ['a page of those put off', 'tickets_view', queueOf('deferred')],
  ['a page of those not arrived', 'tickets_view', queueOf('awaiting')],
  ['a page of those that may be closed for silence', 'tickets_closable', queueOf('closable')],
  ['a page of those that have ended', 'tickets_ended', queueOf('resolved')],
  ['a page of what one has to develop', 'tickets_handed', queueOf('open', { target: 'dev' })],
  [
    'silent requesters',
    'tickets_silent',
    (db) => listSilence(deps(db), 'modme', { ...place, only: 'all' }),
  ],
  ['contacts that are owed', 'tickets_owed', (db) => listFollowUps(deps(db), 'modme', place)],
  [
    'contacts that a person owes',
    'tickets_owed',
    (db) => listFollowUps(deps(db), 'modme', { ...place, state: 'person' }),
  ],
  [
    'appeals to be heard',
    'tickets_appeals',
    (db) => listAppeals(deps(db), 'modme', { ...place, locale: 'ru' }),
  ],
  [
    'contracts, for those that lack something',
    'contracts_tenant_id_number_pk',
    (db) => incompleteContracts(db, policy, Date.now(), { after: 'А', limit: 50 }),
  ],
  ['open tasks of plans', 'plan_tasks_left', (db) => listPlanTasks(db, 'modme', tasks('open'))],
  [
    'tasks of plans that are done',
    'plan_tasks_finished',
    (db) => listPlanTasks(db, 'modme', tasks('done')),
  ],
  [
    'looks of a check',
    'probes_of_its_subject',
    (db) =>
      lastProbes(
        db,
        { tenantId: 'modme', subject: 'check', subjectId: 'chk' },
        { askedAt: new Date(), id: 'prb' },
        51,
      ),
  ],
  [
    "a requester's own tickets",
    'tickets_of_requester',
    (db) =>
      listOwnTickets(
        db,
        { tenantId: 'modme', requesterId: 'rqr' },
        { createdAt: new Date(), number: 7 },
        51,
      ),
  ],
  ['checks of a desk', 'checks_by_name', (db) => pageChecks(db, 'modme', 'chk', 51)],
  [
    'what an agent has not seen',
    'agent_notices_unseen',
    (db) => unseenNotices(db, { tenantId: 'modme', agentId: 'agt' }, { at: new Date(), id: 7 }, 51),
  ],
  [
    "a page of a vendor's tickets for programs",
    'tickets_number',
    (db) => pageTickets(db, policy.pack, { status: ['open'] }, { before: 900, limit: 50 }),
  ],
  [
    "a page of one organisation's tickets for programs",
    'tickets_of_organisation',
    (db) => pageTickets(db, policy.pack, { organisation: 'Завод' }, { before: 900, limit: 50 }),
  ],
  [
    "a desk's letters",
    'outbox_tenant_id_id_pk',
    (db) => listOutbox(deps(db), 'modme', { limit: 50 }),
  ],
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
  ['how often articles were met', 'article_uses_of_article', (db) => countUses(db, 'modme', ['a'])],
])('%s: found by %s, without reading the rest of the table', async (_what, index, list) => {
  const plan = await planOf(list);

  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan/);
});

test('what a receiver is to be told next and what is to be forgotten are where an index begins, never looked for among the rest', async () => {
  const claims = await planOf((db) =>
    claimDeliveries(db, new Date(), 60_000, { busy: ['whk'], free: 32 }),
  );
  const forgets = await planOf((db) => forgetDeliveries(deps(db)));
  const begins = /using webhook_deliveries_(?:due|old)[^\n]*\n\s+Index Cond: [^\n]*try_at </g;

  expect(claims.match(begins)).toHaveLength(2);
  expect(forgets.match(begins)).toHaveLength(1);
  expect(forgets).not.toMatch(/Sort Key: [^\n]*try_at/);
  expect(forgets).toMatch(/Tid Scan on webhook_deliveries/);
});

test('how many stand in each view of the queue is counted from indexes, mostly without the tickets', async () => {
  const plan = await planOf((db) => countViews(db, 'modme', new Date(), undefined));

  expect(plan.match(/Index Only Scan using tickets_view/g)).toHaveLength(5);
  expect(plan).not.toMatch(/Seq Scan|\bSort\b/);
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
