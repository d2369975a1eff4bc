import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portalApps } from '#server/features/portals/portal-apps.table.ts';

/** How often the app was opened in the last minute, by what is counted: counted by all servers together. */
export const portalEntries = pgTable(
  'portal_entries',
  {
    tenantId: text('tenant_id').notNull(),
    /** Digest of the network, the token or the portal that is counted. */
    counted: text('counted').notNull(),
    /** When the minute began. */
    minute: instant('minute').notNull(),
    tries: integer('tries').notNull(),
    /** Tries that proved nothing, and those that are not through yet. */
    unproven: integer('unproven').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.counted] }),
    index('portal_entries_to_sweep').on(table.minute),
    foreignKey({ columns: [table.tenantId], foreignColumns: [portalApps.tenantId] }),
  ],
);
