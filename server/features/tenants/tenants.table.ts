import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** A vendor. Its id is the vendor's name in addresses, widget keys and pack files. */
export const tenants = pgTable('tenants', {
  id: text('id').primaryKey(),
  /** Exact origins whose pages may call with this vendor's widget key. */
  origins: jsonb('origins').$type<readonly string[]>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
});

/** The last number given per tenant. One locked row makes numbers unique and without gaps. */
export const ticketCounters = pgTable('ticket_counters', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  lastNumber: integer('last_number').notNull(),
});
