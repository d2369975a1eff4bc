import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { ideaTargets } from '#shared/people.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * What proposals and feedback have beside their tickets: somebody who answers for them, what they are
 * about, and by when they want an outcome. The outcome itself is the ticket's.
 */
export const ideas = pgTable(
  'ideas',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** An agent; null until somebody takes it. */
    ownerId: text('owner_id'),
    target: text('target', { enum: ideaTargets }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** The desk's own target, never promised. */
    dueAt: instant('due_at').notNull(),
    /** When it was found without an outcome. */
    overdueAt: instant('overdue_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId] }),
    // feedback in the order in which it wants an outcome
    index('ideas_due').on(table.tenantId, table.dueAt),
    // feedback to process: found without an outcome
    index('ideas_overdue')
      .on(table.tenantId, table.overdueAt)
      .where(sql`overdue_at is not null`),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
