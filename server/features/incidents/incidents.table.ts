import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** How an outage came to be known: a check, the silence of all checks, or an alert from outside. */
const incidentKinds = ['check', 'silence', 'alert'] as const;

/** Outages that the vendor's own watch has found, each with its ticket. */
export const incidents = pgTable(
  'incidents',
  {
    tenantId: text('tenant_id').notNull(),
    kind: text('kind', { enum: incidentKinds }).notNull(),
    /** The check, `watch`, or the name of the monitor that sent the alert. */
    source: text('source').notNull(),
    /** The finding or alert that opened it: the same again opens nothing. */
    sourceId: text('source_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    recoveredAt: instant('recovered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.kind, table.source, table.sourceId] }),
    // one open incident a check, and one of silence; a monitor may have many
    uniqueIndex('incidents_open')
      .on(table.tenantId, table.kind, table.source)
      .where(sql`recovered_at is null and kind <> 'alert'`),
    // desk: the incident behind the ticket that is read
    index('incidents_by_ticket').on(table.tenantId, table.ticketId),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type IncidentRow = typeof incidents.$inferSelect;
