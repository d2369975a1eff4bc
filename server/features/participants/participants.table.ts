import { foreignKey, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { participantPurposes } from '#shared/people.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Agents who were brought into a ticket beside those who work on it. */
export const participants = pgTable(
  'participants',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    agentId: text('agent_id').notNull(),
    purpose: text('purpose', { enum: participantPurposes }).notNull(),
    /** Of the plan that holds the advice; null for help. */
    clause: text('clause'),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId, table.agentId] }),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
