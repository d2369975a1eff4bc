import { agentRoles } from '#shared/people.ts';
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** An agent at one vendor's desk; the same id at several vendors is one person with several desks. */
export const agents = pgTable(
  'agents',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** As requesters see it: a name or a role. */
    name: text('name').notNull(),
    role: text('role', { enum: agentRoles }).notNull().default('agent'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** One-time links. Only the digest of the token is kept. */
export const signInLinks = pgTable('sign_in_links', {
  tokenSha256: text('token_sha256').primaryKey(),
  agentId: text('agent_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** Signed-in browsers. Only the digest of the secret is kept. */
export const agentSessions = pgTable('agent_sessions', {
  tokenSha256: text('token_sha256').primaryKey(),
  agentId: text('agent_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
