import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { guestEnds } from '#shared/people.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** People from outside who help with one ticket. Only the digest of their link's token is kept. */
export const guests = pgTable(
  'guests',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    name: text('name').notNull(),
    email: text('email'),
    /** What they help with, in the agent's words. */
    help: text('help').notNull(),
    tokenSha256: text('token_sha256').notNull(),
    invitedBy: text('invited_by').notNull(),
    invitedAt: instant('invited_at').notNull(),
    /** The first instant at which the link opens nothing. */
    expiresAt: instant('expires_at').notNull(),
    /** Null while the link may be used. */
    endedAt: instant('ended_at'),
    ended: text('ended', { enum: guestEnds }),
    lastSeenAt: instant('last_seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // the guest behind a link
    uniqueIndex('guests_token').on(table.tenantId, table.tokenSha256),
    // guests of one ticket
    index('guests_of_ticket').on(table.tenantId, table.ticketId),
    foreignKey({
      columns: [table.tenantId, table.ticketId],
      foreignColumns: [tickets.tenantId, tickets.id],
    }),
  ],
);
export type GuestRow = typeof guests.$inferSelect;
