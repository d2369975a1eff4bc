import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Keys with which a vendor's product signs who its user is. One algorithm a key. */
export const identityKeys = pgTable(
  'identity_keys',
  {
    tenantId: text('tenant_id').notNull(),
    kid: text('kid').notNull(),
    algorithm: text('algorithm', { enum: ['EdDSA', 'HS256'] }).notNull(),
    issuer: text('issuer').notNull(),
    /** EdDSA: the public key as JWK. */
    publicJwk: jsonb('public_jwk').$type<Readonly<Record<string, string>>>(),
    /** HS256: the shared secret, sealed with the server's secret key. */
    sealedSecret: text('sealed_secret'),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true, precision: 3 }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kid] })],
);
export type IdentityKeyRow = typeof identityKeys.$inferSelect;
