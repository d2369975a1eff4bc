import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';
import { settleTimers } from '#server/features/life/settle-timers.ts';
import { ticketColumns } from '#server/features/life/ticket-columns.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';
import type { Step } from '#server/policy/life/take-step.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What happened to one ticket that is locked. `policy` is that of its edition. */
export interface TakenStep {
  readonly ticket: TicketRow;
  readonly policy: Policy;
  readonly step: Step;
}

/** Who did it, when, and by whose order of work tickets stand now. */
export interface StepScene {
  readonly actor: Actor;
  readonly at: Date;
  readonly queue: PolicyPack;
}

/**
 * Stores what happened to tickets of one tenant: their rows, what runs for them, and the events, which
 * lock the tenant's counter row. The last of a transaction.
 */
export async function commitSteps(
  tx: Transaction,
  tenantId: string,
  { actor, at, queue }: StepScene,
  taken: readonly TakenStep[],
): Promise<void> {
  if (taken.length === 0) return;
  const rows = taken.map(({ ticket, step }) => ({
    id: ticket.id,
    life: step.state,
    ...ticketColumns(queue, step.state, { ...ticket, createdAt: ticket.createdAt.getTime() }),
  }));
  await tx.execute(sql`
    update tickets t set life = r.life, status = r.status,
      severity = r.severity, outcome = r.outcome, follow_up = r."followUp", assignee = r.assignee,
      appealed_to = r."appealedTo",
      received_at = r."receivedAt", due_at = r."dueAt", first_responded_at = r."firstRespondedAt",
      resolved_at = r."resolvedAt", last_agent_message_at = greatest(t.last_agent_message_at, r."lastAgentMessageAt"),
      queue_key = r."queueKey", updated_at = ${at.toISOString()}::timestamptz, version = t.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, life json, status text, severity text, outcome text, "followUp" text,
      assignee text, "appealedTo" text,
      "receivedAt" timestamptz, "dueAt" timestamptz, "firstRespondedAt" timestamptz,
      "resolvedAt" timestamptz, "lastAgentMessageAt" timestamptz, "queueKey" text)
    where t.tenant_id = ${tenantId} and t.id = r.id`);
  await settleTimers(
    tx,
    tenantId,
    taken.map(({ ticket, policy, step }) => ({
      ticketId: ticket.id,
      deadlines: deadlinesOf(policy, step.state),
    })),
  );
  await appendEvents(
    tx,
    tenantId,
    taken.flatMap(({ ticket, step }) =>
      step.events.map(({ kind, params }): EventDraft => ({
        ticketId: ticket.id,
        kind,
        at,
        actor,
        params: { ...params },
      })),
    ),
  );
}
