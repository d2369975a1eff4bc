import { boolean, foreignKey, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portals } from '#server/features/portals/portals.table.ts';

/** What a portal says of one of its people. */
export interface PortalPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly position?: string | undefined;
  readonly timezone?: string | undefined;
}

/** One person's open page in a portal. Only the digest of its secret is kept; it ends with the token that proved it. */
export const portalSessions = pgTable(
  'portal_sessions',
  {
    tokenSha256: text('token_sha256').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    memberId: text('member_id').notNull(),
    userId: integer('user_id').notNull(),
    /** As the portal said when it was asked; null where it could not be. */
    isAdmin: boolean('is_admin'),
    person: jsonb('person').$type<PortalPerson>().notNull(),
    createdAt: instant('created_at').notNull(),
    verifiedAt: instant('verified_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    // all of a portal end at once
    index('portal_sessions_of_portal').on(table.tenantId, table.memberId),
    index('portal_sessions_to_sweep').on(table.expiresAt),
    foreignKey({
      columns: [table.tenantId, table.memberId],
      foreignColumns: [portals.tenantId, portals.memberId],
    }),
  ],
);
export type PortalSessionRow = typeof portalSessions.$inferSelect;
