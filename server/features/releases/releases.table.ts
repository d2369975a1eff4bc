import {
  date,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { ReleaseTexts } from '#shared/wire/releases.ts';
import { instant } from '#server/db/instant.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Versions of a vendor's products, those to come included. */
export const releases = pgTable(
  'releases',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    product: text('product').notNull(),
    /** SemVer 2.0.0. */
    version: text('version').notNull(),
    /** Local dates in the vendor's zone. */
    plannedOn: date('planned_on'),
    /** Null while it is not out. */
    releasedOn: date('released_on'),
    texts: json('texts').$type<ReleaseTexts>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When everybody who waited for it had been told. */
    toldAt: instant('told_at'),
    /** Counts the changes of what it mends, from 1. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('releases_version').on(table.tenantId, table.product, table.version),
  ],
);
export type ReleaseRow = typeof releases.$inferSelect;

/** Tickets whose requesters were promised a version, each told of it once. */
export const releaseWaiters = pgTable(
  'release_waiters',
  {
    tenantId: text('tenant_id').notNull(),
    releaseId: text('release_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    toldAt: instant('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.releaseId, table.ticketId] }),
    // what a ticket was promised; its erasure
    index('release_waiters_of_ticket').on(table.tenantId, table.ticketId),
    foreignKey({
      columns: [table.tenantId, table.releaseId],
      foreignColumns: [releases.tenantId, releases.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
