import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { searchText } from '#server/db/search-text.ts';

/** What messages are found by: their words as they are and by stems, in no order. Gone when they are erased. */
export const messageSearch = pgTable(
  'message_search',
  {
    tenantId: text('tenant_id').notNull(),
    messageId: text('message_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** When the message was written. */
    at: instant('at').notNull(),
    words: searchText('words').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.messageId] }),
    // search of messages by frequent words: the newest are looked through one by one
    index('message_search_newest').on(table.tenantId, table.at.desc(), table.messageId.desc()),
    // search of messages by rare words
    index('message_search_words').using('gin', table.tenantId, table.words),
    // erasure of a ticket's words
    index('message_search_of_ticket').on(table.tenantId, table.ticketId),
  ],
);
