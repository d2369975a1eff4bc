import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** What calls one agent: shown at the desk until it has been seen. */
export const agentNotices = pgTable(
  'agent_notices',
  {
    tenantId: text('tenant_id').notNull(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    agentId: text('agent_id').notNull(),
    kind: text('kind', {
      enum: [
        'critical_call',
        'letter_failed',
        'webhook_failed',
        'vendor_portal_failed',
        'portal_contract_asked',
        'consent_withdrawn',
        'portal_not_erased',
      ],
    }).notNull(),
    /** Null for letters that tell of no ticket. */
    ticketId: text('ticket_id'),
    /** The letter that was given up. */
    letterId: bigint('letter_id', { mode: 'number' }),
    /** The receiver that was given up. */
    webhookId: text('webhook_id'),
    /** The customer's portal that asked for everything to be erased. */
    portalId: text('portal_id'),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // what an agent has not seen yet, the newest first, page after page
    index('agent_notices_unseen')
      .on(table.tenantId, table.agentId, table.at.desc(), table.id.desc())
      .where(sql`seen_at is null`),
  ],
);
