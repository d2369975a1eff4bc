import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { meetingStates } from '#shared/people.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Online meetings about a ticket. */
export const meetings = pgTable(
  'meetings',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Opens with https. */
    url: text('url').notNull(),
    at: instant('at').notNull(),
    plannedMinutes: integer('planned_minutes').notNull(),
    /** Of the requester when they were invited; null where nobody knows it. */
    requesterTimezone: text('requester_timezone'),
    state: text('state', { enum: meetingStates }).notNull(),
    arrangedBy: text('arranged_by').notNull(),
    arrangedAt: instant('arranged_at').notNull(),
    heldMinutes: integer('held_minutes'),
    /** The entry of the hours ledger that holds these minutes. */
    timeEntryId: text('time_entry_id'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // meetings of one ticket, in their order
    index('meetings_of_ticket').on(table.tenantId, table.ticketId, table.at),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type MeetingRow = typeof meetings.$inferSelect;
