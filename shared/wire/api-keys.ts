import { z } from 'zod';
import { apiScopes } from '#shared/api-scopes.ts';

const instant = z.iso.datetime();

/** A key to make: for a machine of its own name, or for the agent who makes it. */
export const apiKeyBody = z.strictObject({
  name: z.string().trim().min(1).max(120).meta({ example: 'CRM' }),
  scopes: z
    .array(z.enum(apiScopes))
    .min(1)
    .max(apiScopes.length)
    .refine((scopes) => new Set(scopes).size === scopes.length)
    .meta({ example: ['tickets:read', 'tickets:write'] }),
  actsAs: z
    .enum(['machine', 'agent'])
    .default('machine')
    .meta({ description: 'Whose name stands in the log: its own, or that of whoever makes it.' }),
  days: z.int().min(1).max(730).default(365).meta({ description: 'How long it opens anything.' }),
});
export type ApiKeyBody = z.output<typeof apiKeyBody>;

const apiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().meta({ description: 'How the key begins.', example: 'rgk_4fTq9Zb1' }),
  scopes: z.array(z.enum(apiScopes)),
  agent: z
    .string()
    .nullable()
    .meta({ description: 'Name of whose name stands in the log; null for its own.' }),
  createdBy: z.string().meta({ description: 'Name of who made it.' }),
  createdAt: instant,
  expiresAt: instant,
  /** To the minute; null where nobody has used it yet. */
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

/** The key is said once: only its digest is kept. */
export const apiKeyCreated = z.object({ id: z.string(), key: z.string(), expiresAt: instant });
export type ApiKeyCreated = z.infer<typeof apiKeyCreated>;

/** A page of a vendor's keys, the newest first. */
export const apiKeyList = z.object({ rows: z.array(apiKeyView), next: z.string().nullable() });
export type ApiKeyList = z.infer<typeof apiKeyList>;
