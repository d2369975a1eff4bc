import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { locales, outboxStates } from '#shared/vocabulary.ts';

/** Letters to send, written in the transaction of what they tell. Sentences come from the catalogs. */
export const outbox = pgTable(
  'outbox',
  {
    tenantId: text('tenant_id').notNull(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    kind: text('kind', {
      enum: [
        'ticket_opened',
        'request_handed_over',
        'agent_replied',
        'agent_asked',
        'access_asked',
        'ticket_resolved',
        'meeting_invited',
        'meeting_cancelled',
        'ticket_closed',
        'requester_reminded',
        'release_shipped',
        'ticket_merged',
        'ticket_unmerged',
        'announcement',
        'survey',
        'follow_up',
      ],
    }).notNull(),
    /** `portal`: a notice inside the requester's Bitrix24. */
    via: text('via', { enum: ['mail', 'portal'] })
      .notNull()
      .default('mail'),
    /** Null for letters that tell of no ticket. */
    ticketId: text('ticket_id'),
    messageId: text('message_id'),
    /** Whose letter it is that tells of no ticket; null where its ticket says it, or a contract lists the address of nobody who ever wrote. */
    requesterId: text('requester_id'),
    /** A proven address, or the vendor's own mailbox; nobody else gets mail. Of a notice the person's page in their portal. */
    recipient: text('recipient').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    params: jsonb('params').$type<Readonly<Record<string, string>>>().notNull(),
    state: text('state', { enum: outboxStates }).notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not to be sent before: a server has it to itself, or an attempt failed. Null: at once. */
    tryAt: instant('try_at'),
    sentAt: instant('sent_at'),
    /** A code, never a sentence: mail servers quote addresses. */
    lastError: text('last_error'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // sender: what waits, oldest first
    index('outbox_waiting')
      .on(table.id)
      .where(sql`state = 'waiting'`),
    // sender of notices: what waits, oldest first
    index('outbox_waiting_notices')
      .on(table.id)
      .where(sql`state = 'waiting' and via = 'portal'`),
    // a newer notice of a ticket takes the place of the one that waits
    index('outbox_notice_of_ticket')
      .on(table.tenantId, table.ticketId)
      .where(sql`state = 'waiting' and via = 'portal'`),
    // export and erasure: one person's letters beside tickets
    index('outbox_of_requester')
      .on(table.tenantId, table.requesterId)
      .where(sql`ticket_id is null`),
  ],
);
export type OutboxEntry = typeof outbox.$inferSelect;
