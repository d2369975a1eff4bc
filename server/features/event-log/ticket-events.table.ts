import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { bytes } from '#server/db/bytes.ts';
import { ticketEventKinds } from '#shared/ticket-events.ts';

/**
 * What happened, append-only and chained: `hash` is sha256 of the hash before and sha256 of `body`, so
 * that the chain can be followed over an event of which only the digest is known; between the two stands a mark
 * of its ticket where the event says `v: 2`, see the function `event_mark`. One chain a tenant,
 * without gaps. Holds ids, enums, instants and digests, never a person's words.
 */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    tenantId: text('tenant_id').notNull(),
    /** Place in the tenant's chain, from 1. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /**
     * Null for what concerns the tenant and no ticket. Not a foreign key: tickets are never deleted, an
     * event is written with its ticket locked, and to look each one up again cost a sixth of a deadline.
     */
    ticketId: text('ticket_id'),
    kind: text('kind', { enum: ticketEventKinds }).notNull(),
    at: instant('at').notNull(),
    /** The whole event as JSON, to the letter as it was hashed. */
    body: text('body').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.seq] }),
    // timeline of one ticket
    index('ticket_events_of_ticket').on(table.tenantId, table.ticketId, table.seq),
    // report: what was put off in a period
    index('ticket_events_deferred')
      .on(table.tenantId, table.at)
      .where(sql`kind = 'deferred'`),
  ],
);
