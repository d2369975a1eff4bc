import { foreignKey, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portals } from '#server/features/portals/portals.table.ts';

/** Which requester a person of a portal is: found again to be told something there, or to be erased with the portal. */
export const portalPeople = pgTable(
  'portal_people',
  {
    tenantId: text('tenant_id').notNull(),
    memberId: text('member_id').notNull(),
    userId: integer('user_id').notNull(),
    requesterId: text('requester_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.memberId, table.userId] }),
    uniqueIndex('portal_people_requester').on(table.tenantId, table.requesterId),
    foreignKey({
      columns: [table.tenantId, table.memberId],
      foreignColumns: [portals.tenantId, portals.memberId],
    }),
  ],
);
