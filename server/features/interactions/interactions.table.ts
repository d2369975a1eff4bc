import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { contactChannels, contactKinds, contactReasons } from '#shared/people.ts';
import { locales } from '#shared/vocabulary.ts';

/** Contacts that are no requests by the regulation: without a number and without a clock. */
export const interactions = pgTable(
  'interactions',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind', { enum: contactKinds }).notNull(),
    channel: text('channel', { enum: contactChannels }).notNull(),
    /** When it took place. */
    at: instant('at').notNull(),
    /** Null for somebody who is not known yet. */
    requesterId: text('requester_id'),
    organisation: text('organisation'),
    name: text('name'),
    phone: text('phone'),
    /** Of the pack; null where nobody could say. */
    category: text('category'),
    locale: text('locale', { enum: locales }).notNull(),
    /** What was said. Erasure takes it away with its salt; the log keeps the digest of both. */
    words: text('words'),
    salt: text('salt'),
    edition: text('edition').notNull(),
    /** Why it is no request, and the clause that says so. */
    reason: text('reason', { enum: contactReasons }).notNull(),
    clause: text('clause').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** The ticket that an agent made of it. */
    ticketId: text('ticket_id'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // all contacts of a desk, newest first
    index('interactions_newest').on(table.tenantId, table.at.desc()),
    // card of a customer: contacts of one person
    index('interactions_of_requester')
      .on(table.tenantId, table.requesterId, table.at.desc())
      .where(sql`requester_id is not null`),
    // card of a customer: contacts of an organisation
    index('interactions_of_organisation')
      .on(table.tenantId, table.organisation, table.at.desc())
      .where(sql`organisation is not null`),
  ],
);
export type InteractionRow = typeof interactions.$inferSelect;
