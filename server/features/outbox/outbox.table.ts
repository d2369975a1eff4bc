import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { locales, outboxStates } from '#shared/vocabulary.ts';

/** Letters to send, written in the transaction of what they tell. Sentences come from the catalogs. */
export const outbox = pgTable(
  'outbox',
  {
    tenantId: text('tenant_id').notNull(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    kind: text('kind', {
      enum: ['ticket_opened', 'agent_replied', 'agent_asked', 'ticket_resolved'],
    }).notNull(),
    ticketId: text('ticket_id').notNull(),
    messageId: text('message_id'),
    /** A proven address; nobody else gets mail. */
    recipient: text('recipient').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    params: jsonb('params').$type<Readonly<Record<string, string>>>().notNull(),
    state: text('state', { enum: outboxStates }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // sender: what waits, oldest first
    index('outbox_waiting')
      .on(table.id)
      .where(sql`state = 'waiting'`),
  ],
);
export type OutboxEntry = typeof outbox.$inferSelect;
