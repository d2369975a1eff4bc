import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { bytes } from '#server/db/bytes.ts';

/** A vendor. Its id is the vendor's name in addresses, widget keys and pack files. */
export const tenants = pgTable('tenants', {
  id: text('id').primaryKey(),
  /** Exact origins whose pages may call with this vendor's widget key. */
  origins: jsonb('origins').$type<readonly string[]>().notNull(),
  createdAt: instant('created_at').notNull(),
  /** When every message that was older than the search had been put into it; null before. */
  messagesIndexedAt: instant('messages_indexed_at'),
});

/**
 * The last number given per tenant and the head of its event chain. One locked row makes numbers unique
 * and without gaps, and the chain one.
 */
export const ticketCounters = pgTable('ticket_counters', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  lastNumber: integer('last_number').notNull(),
  /** Head of the tenant's event chain: place of the last event, 0 before the first, and its hash. */
  lastSeq: bigint('last_seq', { mode: 'number' }).notNull().default(0),
  chainHead: bytes('chain_head')
    .notNull()
    .default(sql`decode(repeat('00', 32), 'hex')`),
});
