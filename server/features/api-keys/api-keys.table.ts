import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { apiScopes } from '#shared/api-scopes.ts';
import { instant } from '#server/db/instant.ts';

/** Keys of programs that work at a desk. Only the digest of a key is kept, and how it begins. */
export const apiKeys = pgTable(
  'api_keys',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    tokenSha256: text('token_sha256').notNull(),
    scopes: text('scopes', { enum: apiScopes }).array().notNull(),
    /** In whose name it acts; null where it acts in its own. */
    agentId: text('agent_id'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The first instant at which it opens nothing. */
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // the key behind a call
    uniqueIndex('api_keys_token').on(table.tenantId, table.tokenSha256),
  ],
);
export type ApiKeyRow = typeof apiKeys.$inferSelect;
