import { foreignKey, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** The second clock of critical tickets: round the clock, for the desk itself, never promised. */
export const criticalTracks = pgTable(
  'critical_tracks',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Somebody has to have taken it up by then. */
    ackBy: instant('ack_by').notNull(),
    breachedAt: instant('breached_at'),
    takenUpAt: instant('taken_up_at'),
    takenUpBy: text('taken_up_by'),
    /** Agents who were called because nobody came, in their order. */
    called: json('called').$type<readonly string[]>().notNull(),
    /** Nobody is called any more: taken up, recovered, or not critical after all. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId] }),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type CriticalTrackRow = typeof criticalTracks.$inferSelect;
