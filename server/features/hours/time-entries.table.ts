import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { overageChoices } from '#shared/vocabulary.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Time that agents worked, never without a ticket. The ledger of the plans' hours is the sum of these
 * rows; it is written under a lock of the organisation. A wrong row is voided, never changed.
 */
export const timeEntries = pgTable(
  'time_entries',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Null where nobody vouches for the requester's organisation. */
    organisationId: text('organisation_id'),
    /** The plan that the organisation had when it was worked. */
    plan: text('plan'),
    agentId: text('agent_id').notNull(),
    /** An id of the pack. */
    item: text('item'),
    minutes: integer('minutes').notNull(),
    /** What it uses up of the plan's hours, after rounding. */
    countedMinutes: integer('counted_minutes').notNull(),
    ownError: boolean('own_error').notNull(),
    exclusive: boolean('exclusive').notNull(),
    orderId: text('order_id'),
    /** Only where the hours did not suffice. */
    choice: text('choice', { enum: overageChoices }),
    workedAt: instant('worked_at').notNull(),
    /** In whose month it counts. */
    countedAt: instant('counted_at').notNull(),
    createdAt: instant('created_at').notNull(),
    voidedAt: instant('voided_at'),
    voidedBy: text('voided_by'),
    /** The voided row that this one stands for. */
    replaces: text('replaces'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // time on one ticket, in the order of work
    index('time_entries_of_ticket').on(table.tenantId, table.ticketId, table.workedAt),
    // an organisation's months
    index('time_entries_of_organisation')
      .on(table.tenantId, table.organisationId, table.countedAt)
      .where(sql`voided_at is null`),
    // work on one order
    index('time_entries_of_order')
      .on(table.tenantId, table.orderId)
      .where(sql`voided_at is null and order_id is not null`),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type TimeEntryRow = typeof timeEntries.$inferSelect;
