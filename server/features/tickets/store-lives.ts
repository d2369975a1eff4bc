import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { TicketColumns } from '#server/features/life/ticket-columns.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** Where a ticket stands now, and what of it stands in columns of its own; without a promise the one that is stored stays. */
export type StoredLife = Pick<TicketRow, 'id' | 'life' | 'promiseRecounted'> & TicketColumns;

/** Stores where tickets of one tenant stand after what happened to them, which raises their versions. */
export async function storeLives(
  tx: Transaction,
  tenantId: string,
  rows: readonly StoredLife[],
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    update tickets t set life = r.life, status = r.status,
      severity = r.severity, outcome = r.outcome, follow_up = r."followUp", assignee = r.assignee,
      escalated_to = r."escalatedTo", appealed_to = r."appealedTo", appeal_due_at = r."appealDueAt",
      received_at = r."receivedAt", due_at = r."dueAt", first_responded_at = r."firstRespondedAt",
      resolved_at = r."resolvedAt", last_agent_message_at = greatest(t.last_agent_message_at, r."lastAgentMessageAt"),
      closable_at = r."closableAt", queue_key = r."queueKey", promise_recounted = coalesce(r."promiseRecounted", t.promise_recounted), updated_at = ${at.toISOString()}::timestamptz, version = t.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, life json, status text, severity text, outcome text, "followUp" text,
      assignee text, "escalatedTo" text, "appealedTo" text, "appealDueAt" timestamptz,
      "receivedAt" timestamptz, "dueAt" timestamptz, "firstRespondedAt" timestamptz,
      "resolvedAt" timestamptz, "lastAgentMessageAt" timestamptz, "closableAt" timestamptz, "queueKey" text, "promiseRecounted" json)
    where t.tenant_id = ${tenantId} and t.id = r.id`);
}
