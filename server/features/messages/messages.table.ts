import { foreignKey, index, json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { messageAuthors, messageKinds } from '#shared/vocabulary.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** All words of a ticket, the request's answers and context included. */
export const messages = pgTable(
  'messages',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    kind: text('kind', { enum: messageKinds }).notNull(),
    authorKind: text('author_kind', { enum: messageAuthors }).notNull(),
    authorId: text('author_id').notNull(),
    text: text('text').notNull(),
    /** With it the log's digest of the words can be counted again; gone with them when they are erased. */
    salt: text('salt'),
    /** Only on the request: answers by field id, in the form's order. */
    answers: json('answers').$type<Readonly<Record<string, Answer>>>(),
    context: jsonb('context').$type<CaptureContext>(),
    /** When the words were erased, answers and context with them; of the answers the names of fields stay. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // thread of one ticket, in order
    index('messages_of_ticket').on(table.tenantId, table.ticketId, table.createdAt),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type MessageRow = typeof messages.$inferSelect;
