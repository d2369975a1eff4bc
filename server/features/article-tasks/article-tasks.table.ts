import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Articles of the documentation that somebody wished for or that a ticket showed to be missing. */
export const articleTasks = pgTable(
  'article_tasks',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Null while it waits. */
    finishedAt: instant('finished_at'),
    finishedBy: text('finished_by'),
    /** Name or address of the text that was written or changed. */
    article: text('article'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // tasks that wait, the oldest first
    index('article_tasks_open')
      .on(table.tenantId, table.createdAt)
      .where(sql`finished_at is null`),
    // tasks of one ticket
    index('article_tasks_of_ticket').on(table.tenantId, table.ticketId),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
