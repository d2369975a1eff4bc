import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { projectFiles } from '#test/support/sources.ts';

/** Columns that an erasure empties. */
const erased = [
  'access_grants.sealed',
  'attachments.name',
  'attachments.sha256',
  'guests.email',
  'guests.help',
  'guests.name',
  'idempotency_keys.request_hash',
  'interactions.name',
  'interactions.organisation',
  'interactions.phone',
  'interactions.salt',
  'interactions.words',
  'meetings.url',
  'messages.answers',
  'messages.context',
  'messages.salt',
  'messages.text',
  'orders.decided_by',
  'orders.scope',
  'outbox.params',
  'outbox.recipient',
  'tickets.organisation',
  'tickets.portal',
  'tickets.subject',
];

/** Columns that stay, by why they do. */
const keptBecause: Readonly<Record<string, readonly string[]>> = {
  'ids, digests of random links, keys that programs make': [
    'guests.token_sha256',
    'idempotency_keys.key',
    'idempotency_keys.sender',
    'surveys.contact_sha256',
    'surveys.token_sha256',
    'tickets.bridge_code',
    'time_entries.replaces',
    'vendor_portal_records.key',
  ],
  'names that a pack, a program or a standard gives': [
    'access_grants.scope',
    'attachments.media_type',
    'incidents.source',
    'interactions.category',
    'interactions.clause',
    'interactions.edition',
    'meetings.requester_timezone',
    'orders.clause',
    'orders.currency',
    'orders.item',
    'outbox.last_error',
    'participants.clause',
    'plan_tasks.item',
    'plan_tasks.month',
    'requester_proofs.subject',
    'surveys.questions',
    'tickets.appealed_to',
    'tickets.category',
    'tickets.escalated_to',
    'tickets.contract',
    'tickets.edition',
    'tickets.plan',
    'time_entries.item',
    'time_entries.plan',
    'vendor_portal_pushes.last_error',
    'vendor_portal_records.former_host',
    'vendor_portal_records.stage',
  ],
  'what was decided, by fields and clauses': [
    'ticket_events.body',
    'tickets.decision',
    'tickets.decision_on_arrival',
    'tickets.life',
    'tickets.promise_recounted',
    'tickets.queue_key',
  ],
  'a published text of the vendor': ['article_tasks.article'],
  'agents, who are no requesters': [
    'access_grants.asked_by',
    'article_tasks.created_by',
    'article_tasks.finished_by',
    'guests.invited_by',
    'interactions.recorded_by',
    'meetings.arranged_by',
    'orders.proposed_by',
    'participants.added_by',
    'plan_tasks.done_by',
    'tickets.assignee',
    'time_entries.voided_by',
  ],
};
const kept = Object.values(keptBecause).flat();

test('every column beside a ticket that can hold words is erased, or says why it stays', async () => {
  const tables = (
    await Promise.all(
      projectFiles()
        .filter((path) => path.endsWith('.table.ts'))
        .map((path) => import(`../../../${path}`) as Promise<Record<string, unknown>>),
    )
  )
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable));
  const beside = tables.filter(
    (table) =>
      getTableName(table) === 'tickets' ||
      getTableConfig(table).columns.some(({ name }) => name === 'ticket_id'),
  );
  const wordy = beside.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter(
        ({ dataType, enumValues, name }) =>
          (dataType === 'string' || dataType === 'json') &&
          !(enumValues && enumValues.length > 0) &&
          !/(^|_)id$/.test(name),
      )
      .map(({ name }) => `${getTableName(table)}.${name}`),
  );

  expect(beside.length).toBeGreaterThan(8);
  expect(wordy.filter((column) => !erased.includes(column) && !kept.includes(column))).toEqual([]);
  expect([...erased, ...kept].filter((column) => !wordy.includes(column))).toEqual([]);
});
