import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

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
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kid] })],
);
export type IdentityKeyRow = typeof identityKeys.$inferSelect;
