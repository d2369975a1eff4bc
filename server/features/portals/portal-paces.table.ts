import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** How fast this server may go on calling a portal by itself: what people wait for is not held up by it. */
export const portalPaces = pgTable(
  'portal_paces',
  {
    tenantId: text('tenant_id').notNull(),
    /** With its port, where it has one of its own. */
    host: text('host').notNull(),
    /** No call before. */
    nextAt: instant('next_at').notNull(),
    /** Calls in a row that the portal refused for its load, or did not answer. */
    failures: integer('failures').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.host] })],
);
