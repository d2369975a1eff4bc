import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { tenants } from '#server/features/tenants/tenants.table.ts';

/** The vendor's application in the catalogue of Bitrix24: one a vendor. */
export const portalApps = pgTable(
  'portal_apps',
  {
    tenantId: text('tenant_id')
      .primaryKey()
      .references(() => tenants.id),
    clientId: text('client_id').notNull(),
    /** `client_secret` under `SECRET_KEY`; it goes to the two OAuth servers and nowhere else. */
    sealedSecret: text('sealed_secret').notNull(),
    /** Its name in the catalogue, such as `acme.helpline`. */
    code: text('code').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('portal_apps_client').on(table.clientId)],
);
export type PortalAppRow = typeof portalApps.$inferSelect;
