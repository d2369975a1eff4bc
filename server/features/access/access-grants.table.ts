import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { grantKinds } from '#shared/vocabulary.ts';
import { instant } from '#server/db/instant.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * What opens somebody else's system: asked for, given, shown to agents one view at a time, and wiped
 * when its days are over.
 */
export const accessGrants = pgTable(
  'access_grants',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    kind: text('kind', { enum: grantKinds }).notNull(),
    /** Of admin access one of `accessScopes`; of connection data the form's field. */
    scope: text('scope').notNull(),
    /** How long it lasts from when it is given, days. */
    days: integer('days').notNull(),
    /** The secret under `SECRET_KEY`; null before it is given and after it has ended. */
    sealed: text('sealed'),
    /** Agent who asked; null where the form did. */
    askedBy: text('asked_by'),
    createdAt: instant('created_at').notNull(),
    givenAt: instant('given_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // access of one ticket, oldest first
    index('access_grants_of_ticket').on(table.tenantId, table.ticketId, table.createdAt),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type AccessGrant = typeof accessGrants.$inferSelect;
