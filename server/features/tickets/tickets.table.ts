import { sql } from 'drizzle-orm';
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import {
  locales,
  outcomes,
  severities,
  type QueueView,
  ticketChannels,
  ticketStatuses,
} from '#shared/vocabulary.ts';
import { followUpStates, type LifeState } from '#server/policy/life/life-state.ts';
import type { PortalProof } from '#shared/wire/portal.ts';
import type { Decision, FirstResponsePromise } from '#shared/wire/decision.ts';

/** What work on has not ended; the condition of indexes, so to be asked in these words. */
export const notEnded = sql`status not in ('resolved', 'closed')`;

/** The view of the queue that a ticket stands in while nobody may close it for silence; see `queueViewOf`. */
export const standingView = sql<QueueView>`(case
  when status in ('resolved', 'closed') then 'resolved'
  when status = 'awaiting_channel' then 'awaiting'
  when due_at is not null then 'order'
  when status = 'waiting_requester' then 'waiting'
  when status in ('escalated', 'waiting_release') then 'handed'
  when status = 'deferred' then 'deferred'
  else 'order' end)`;

/** The same for what has ended. */
export const hasEnded = sql`status in ('resolved', 'closed')`;

/** What silence may close, sooner or later. */
export const mayBecomeClosable = sql`closable_at is not null and due_at is null
  and status = 'waiting_requester'`;

/** Contacts after a resolution that a desk still owes; the condition of an index. */
export const followUpOwed = sql`follow_up in ('due', 'asked', 'person')`;

/** What appeals stand by: those without a term come last. */
export const appealTerm = sql<Date>`coalesce(appeal_due_at, 'infinity'::timestamptz)`;

/** Requests, each with its number and the decision it was given. */
export const tickets = pgTable(
  'tickets',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    number: integer('number').notNull(),
    status: text('status', { enum: ticketStatuses }).notNull(),
    severity: text('severity', { enum: severities }).notNull(),
    category: text('category').notNull(),
    channel: text('channel', { enum: ticketChannels }).notNull(),
    subject: text('subject').notNull(),
    requesterId: text('requester_id').notNull(),
    organisation: text('organisation'),
    /** Number of the contract at the opening; null where none was on record. */
    contract: text('contract'),
    plan: text('plan'),
    locale: text('locale', { enum: locales }).notNull(),
    edition: text('edition').notNull(),
    /** The policy's answer as it was given; `json`, so that a replay is the same to the letter. */
    decision: json('decision').$type<Decision>().notNull(),
    /** A bridge's ticket is decided again when its message reaches the official channel. */
    decisionOnArrival: json('decision_on_arrival').$type<Decision>(),
    /** The promise as a later calendar has it; what was decided stays as it was given. */
    promiseRecounted: json('promise_recounted').$type<FirstResponsePromise>(),
    /** The portal that it came from, as it was proven then; null for any other. */
    portal: json('portal').$type<PortalProof>(),
    bridgeCode: text('bridge_code'),
    /** Where it stands in its life, told by its events; what follows here besides is taken from it. */
    life: json('life').$type<LifeState>().notNull(),
    outcome: text('outcome', { enum: outcomes }),
    followUp: text('follow_up', { enum: followUpStates }),
    assignee: text('assignee'),
    /** Whom it was handed over to; null where nobody has it. */
    escalatedTo: text('escalated_to'),
    /** The role that has an appeal to hear; null where none is open. */
    appealedTo: text('appealed_to'),
    /** By when it is to be heard; null where none is open or the regulation names no term. */
    appealDueAt: instant('appeal_due_at'),
    /** When the first response is due; null once it does not run. */
    dueAt: instant('due_at'),
    /** From when on silence lets an agent close it, unless something happens before. */
    closableAt: instant('closable_at'),
    /** The place in the queue, sorted byte by byte; the number settles what it leaves open. */
    queueKey: text('queue_key').notNull().default('~'),
    createdAt: instant('created_at').notNull(),
    receivedAt: instant('received_at'),
    updatedAt: instant('updated_at').notNull(),
    firstRespondedAt: instant('first_responded_at'),
    resolvedAt: instant('resolved_at'),
    lastAgentMessageAt: instant('last_agent_message_at'),
    seenByRequesterAt: instant('seen_by_requester_at'),
    /** Its words were taken away then, and it takes no others. */
    erasedAt: instant('erased_at'),
    /** Raised by every change. */
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('tickets_number').on(table.tenantId, table.number),
    // requester's own list, newest first, page after page
    index('tickets_of_requester').on(
      table.tenantId,
      table.requesterId,
      table.createdAt.desc(),
      table.number.desc(),
    ),
    // programs: tickets of one organisation, the newest first
    index('tickets_of_organisation')
      .on(table.tenantId, table.organisation, table.number)
      .where(sql`organisation is not null`),
    // statement: what was opened under an organisation's contracts
    index('tickets_of_contract')
      .on(table.tenantId, table.contract, table.createdAt)
      .where(sql`contract is not null`),
    // desk: everything that has not ended, in the order of the regulation
    index('tickets_queue')
      .on(table.tenantId, sql`queue_key collate "C"`, table.number)
      .where(notEnded),
    // desk: a view of the queue in the order of the regulation, and how many stand in it; the last two
    // columns only let PostgreSQL count without reading the tickets, as it looks for them in the index
    index('tickets_view')
      .on(
        table.tenantId,
        standingView,
        sql`queue_key collate "C"`,
        table.number,
        table.closableAt,
        table.status,
        table.dueAt,
      )
      .where(notEnded),
    // desk: what may be closed for silence, and how many
    index('tickets_closable')
      .on(table.tenantId, sql`queue_key collate "C"`, table.number, table.closableAt)
      .where(mayBecomeClosable),
    // desk: whom tickets were handed over to
    index('tickets_handed')
      .on(table.tenantId, table.escalatedTo, sql`queue_key collate "C"`, table.number)
      .where(sql`status = 'escalated'`),
    // desk: requesters who are silent, the longest first
    index('tickets_silent')
      .on(table.tenantId, table.lastAgentMessageAt, table.number)
      .where(sql`status = 'waiting_requester'`),
    // desk: what has ended, newest first
    index('tickets_ended')
      .on(table.tenantId, table.resolvedAt.desc(), table.number.desc())
      .where(hasEnded),
    // what waits for a version that is out
    index('tickets_waiting_release')
      .on(table.tenantId, table.id)
      .where(sql`status = 'waiting_release'`),
    // programs: what has changed since; of this kind, because it lets a change touch no other index
    index('tickets_updated')
      .using('brin', table.updatedAt)
      .with({ pages_per_range: 8, autosummarize: true }),
    // promises that run, for calendars that change
    index('tickets_due')
      .on(table.tenantId, table.number)
      .where(sql`due_at is not null`),
    // desk: contacts after a resolution that are still owed, page after page; the last column only lets
    // PostgreSQL find those of one state without reading the tickets
    index('tickets_owed')
      .on(table.tenantId, table.resolvedAt, table.number, table.followUp)
      .where(followUpOwed),
    // desk: appeals that wait to be heard, by their terms
    index('tickets_appeals')
      .on(table.tenantId, appealTerm, table.number)
      .where(sql`appealed_to is not null`),
    // a message in the official channel names its ticket by this code
    uniqueIndex('tickets_bridge_code')
      .on(table.tenantId, table.bridgeCode)
      .where(sql`bridge_code is not null`),
  ],
);
export type TicketRow = typeof tickets.$inferSelect;

/** One row a submission: the same key from the same sender gets the same answer. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: text('tenant_id').notNull(),
    /** Requester or agent who sent it; somebody else's key is another key. */
    sender: text('sender').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** What was made belongs to it; where that belongs to no ticket, its own id. */
    ticketId: text('ticket_id').notNull(),
    /** What was made: the message, or another thing than a message. */
    messageId: text('message_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.sender, table.key] })],
);
