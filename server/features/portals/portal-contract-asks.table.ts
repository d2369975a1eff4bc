import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portals } from '#server/features/portals/portals.table.ts';

/** Which contract the administrator of a portal named, until an operator decides, and how often that was touched. */
export const portalContractAsks = pgTable(
  'portal_contract_asks',
  {
    tenantId: text('tenant_id').notNull(),
    memberId: text('member_id').notNull(),
    /** As it was typed: of a contract on record or of none; null where nothing is to be decided. */
    number: text('number'),
    /** Who typed it, by their id in the portal. */
    userId: integer('user_id'),
    /** Their name as the portal said it. */
    askedBy: text('asked_by'),
    askedAt: instant('asked_at'),
    /** Null while nobody has refused it. */
    refusedAt: instant('refused_at'),
    /** Why, in an operator's words. */
    refusal: text('refusal'),
    /** Raised by every ask and every decision. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.memberId] }),
    foreignKey({
      columns: [table.tenantId, table.memberId],
      foreignColumns: [portals.tenantId, portals.memberId],
    }),
  ],
);
export type PortalContractAskRow = typeof portalContractAsks.$inferSelect;
