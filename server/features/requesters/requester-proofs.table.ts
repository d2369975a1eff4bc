import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { proofSources, proofStates } from '#shared/wire/conditions.ts';

/**
 * What is shown of a requester besides the contract: an accepted agreement, a condition of support.
 * One row for the requester's own word and one for an agent's finding; each holds the last one.
 */
export const requesterProofs = pgTable(
  'requester_proofs',
  {
    tenantId: text('tenant_id').notNull(),
    requesterId: text('requester_id').notNull(),
    /** `agreement`, the id of a condition in the pack, or `consent:` and a version. */
    subject: text('subject').notNull(),
    source: text('source', { enum: proofSources }).notNull(),
    state: text('state', { enum: proofStates }).notNull(),
    /** Request in which it was said or found. */
    ticketId: text('ticket_id').notNull(),
    /** The agent who found it; null where the requester said it. */
    agentId: text('agent_id'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.requesterId, table.subject, table.source] }),
  ],
);
