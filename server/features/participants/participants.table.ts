import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
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
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId, table.agentId] }),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
