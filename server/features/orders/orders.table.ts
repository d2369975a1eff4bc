import { bigint, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { orderStates } from '#shared/vocabulary.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Work apart from the plans: what, for how much, and whether the customer accepted it. */
export const orders = pgTable(
  'orders',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    organisationId: text('organisation_id'),
    /** An id of the pack. */
    item: text('item'),
    scope: text('scope').notNull(),
    /** Minor units of the currency. */
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
    /** ISO 4217. */
    currency: text('currency').notNull(),
    state: text('state', { enum: orderStates }).notNull(),
    clause: text('clause').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** Who of the customer accepted or declined, in the words of the agent who wrote it down. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    doneAt: instant('done_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // orders of one ticket, in the order of proposal
    index('orders_of_ticket').on(table.tenantId, table.ticketId, table.proposedAt),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type OrderRow = typeof orders.$inferSelect;
