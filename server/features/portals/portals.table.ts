import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portalApps } from '#server/features/portals/portal-apps.table.ts';

/** A customer's portal in which a vendor's app is or was. What it says of itself was proven before it is here. */
export const portals = pgTable(
  'portals',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => portalApps.tenantId),
    /** For good, whatever the portal is called. */
    memberId: text('member_id').notNull(),
    domain: text('domain').notNull(),
    formerDomains: jsonb('former_domains').$type<readonly string[]>().notNull().default([]),
    /** Where its REST API answers; null where it must not be called. */
    restUrl: text('rest_url'),
    oauthSide: text('oauth_side', { enum: ['east', 'west'] }).notNull(),
    /** Version of the app that runs there. */
    version: text('version').notNull(),
    /** `L` local, `F` free, `D` demo, `T` trial, `P` paid, `S` subscription. */
    status: text('status').notNull(),
    /** Edition of Bitrix24 as the portal says it; null before it was asked. */
    license: text('license'),
    boxed: boolean('boxed'),
    language: text('language').notNull().default(''),
    paymentExpired: boolean('payment_expired'),
    /** Of a paid or tried app. */
    daysLeft: integer('days_left'),
    scopes: jsonb('scopes').$type<readonly string[]>().notNull().default([]),
    /** Secret of portal and app that comes with its events, sealed; null before an administrator proved it. */
    sealedEventKey: text('sealed_event_key'),
    /** Contract that an operator bound to this portal. */
    contractNumber: text('contract_number'),
    installedAt: instant('installed_at'),
    uninstalledAt: instant('uninstalled_at'),
    /** When a removal that nobody could confirm asked for everything to be erased; null where none did. */
    erasureAskedAt: instant('erasure_asked_at'),
    /** `ts` of the last install, update or removal that was believed, epoch seconds. */
    lifeTs: integer('life_ts').notNull().default(0),
    seenAt: instant('seen_at').notNull(),
    /** When the OAuth server was last asked of it although nobody opened the app; null where it never was. */
    lookedAt: instant('looked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.memberId] }),
    // portals of a vendor, by name
    index('portals_by_domain').on(table.tenantId, table.domain),
    // portals that were silent for long
    index('portals_by_sight').on(table.seenAt),
  ],
);
export type PortalRow = typeof portals.$inferSelect;

/** What the server may do in a portal by itself: the pair of tokens of the administrator who installed the app. */
export const portalTokens = pgTable(
  'portal_tokens',
  {
    tenantId: text('tenant_id').notNull(),
    memberId: text('member_id').notNull(),
    userId: integer('user_id').notNull(),
    /** Both under `SECRET_KEY`. */
    sealedAccess: text('sealed_access').notNull(),
    sealedRefresh: text('sealed_refresh').notNull(),
    expiresAt: instant('expires_at').notNull(),
    refreshedAt: instant('refreshed_at').notNull(),
    /** Code with which the server refused to refresh; null while the pair can be used. */
    refusedAs: text('refused_as'),
    /** Who is at the OAuth server for a new pair, and until when nobody else goes; null where nobody is. */
    renewedBy: text('renewed_by'),
    renewedUntil: instant('renewed_until'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.memberId] }),
    foreignKey({
      columns: [table.tenantId, table.memberId],
      foreignColumns: [portals.tenantId, portals.memberId],
    }),
  ],
);
export type PortalTokenRow = typeof portalTokens.$inferSelect;
