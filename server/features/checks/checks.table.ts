import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** Addresses of the vendor's own platform that are looked at regularly, and how each stands. */
export const checks = pgTable(
  'checks',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    everyMinutes: integer('every_minutes').notNull(),
    expectStatus: integer('expect_status').notNull(),
    /** Failures in a row that make an incident. */
    failuresToOpen: integer('failures_to_open').notNull(),
    /** Whether an incident is told to the customers. */
    notifyAffected: boolean('notify_affected').notNull(),
    failuresInARow: integer('failures_in_a_row').notNull().default(0),
    lastResultAt: instant('last_result_at'),
    createdAt: instant('created_at').notNull(),
    /** Looked at no more from then on. */
    stoppedAt: instant('stopped_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // desk: what is looked at, by name, page after page; a stopped check keeps its place
    index('checks_by_name')
      .on(table.tenantId, table.name, table.id)
      .where(sql`stopped_at is null`),
  ],
);
export type CheckRow = typeof checks.$inferSelect;
