import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** Editions this database has seen. A published one whose file changed is refused at start. */
export const policyEditions = pgTable(
  'policy_editions',
  {
    tenantId: text('tenant_id').notNull(),
    edition: text('edition').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state', { enum: ['draft', 'published'] }).notNull(),
    /** When this file came to stand so: of a published edition the instant of its publication. */
    loadedAt: instant('loaded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.edition] })],
);
