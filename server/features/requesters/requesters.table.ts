import { sql } from 'drizzle-orm';
import { boolean, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { locales } from '#shared/vocabulary.ts';

/**
 * A person who asks. The id is derived from the token or device they were identified by, so two identities
 * never share a row and an address in a token never reaches another person's tickets. Of somebody an agent
 * spoke with it is random: logs keep ids for good, and a phone could be found again by its digest.
 */
export const requesters = pgTable(
  'requesters',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    identity: text('identity', { enum: ['token', 'device', 'monitor'] }).notNull(),
    /** Host that signed the identity; null for somebody unknown. */
    provenBy: text('proven_by'),
    name: text('name'),
    email: text('email'),
    emailVerified: boolean('email_verified').notNull(),
    phone: text('phone'),
    /** Digits of the phone that finds somebody again whom nobody vouches for; erasure takes it away. */
    spokenPhone: text('spoken_phone'),
    organisation: text('organisation'),
    position: text('position'),
    contract: text('contract'),
    plan: text('plan'),
    category: text('category'),
    /** By the names of the pack's channels and offices; null where nobody knows. */
    region: text('region'),
    timezone: text('timezone'),
    locale: text('locale', { enum: locales }).notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // who called from this phone before, once however many calls are written down at once
    uniqueIndex('requesters_spoken_phone')
      .on(table.tenantId, table.spokenPhone)
      .where(sql`spoken_phone is not null`),
  ],
);
export type RequesterRow = typeof requesters.$inferSelect;
