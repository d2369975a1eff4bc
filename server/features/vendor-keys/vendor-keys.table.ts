import { sql } from 'drizzle-orm';
import { json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';
import { instant } from '#server/db/instant.ts';

/** Ed25519 keys that vendors sign with what they say: receipts and statements of service. */
export const vendorKeys = pgTable(
  'vendor_keys',
  {
    tenantId: text('tenant_id').notNull(),
    kid: text('kid').notNull(),
    publicJwk: json('public_jwk').$type<JWK>().notNull(),
    /** The private JWK under SECRET_KEY. */
    sealedPrivate: text('sealed_private').notNull(),
    createdAt: instant('created_at').notNull(),
    /** From then on it only verifies; null for the one that signs. Two minutes after the change: servers hold a key. */
    retiredAt: instant('retired_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.kid] }),
    // the one that signs now
    uniqueIndex('vendor_keys_signing')
      .on(table.tenantId)
      .where(sql`retired_at is null`),
  ],
);
export type VendorKeyRow = typeof vendorKeys.$inferSelect;
