import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { wakeIfSoon } from '#server/jobs/wake.ts';
import { type Deadline, ticketTimerKinds } from '#server/policy/life/deadlines.ts';

/** Everything that is to run for a ticket. */
export interface TicketDeadlines {
  readonly ticketId: string;
  readonly deadlines: readonly Deadline[];
}

/**
 * Arms what runs for these tickets and cancels what runs no longer. What has fired for the same instant
 * stays fired: it came to nothing then and would again.
 */
export async function settleTimers(
  tx: Transaction,
  tenantId: string,
  tickets: readonly TicketDeadlines[],
): Promise<void> {
  if (tickets.length === 0) return;
  const wanted = tickets.flatMap(({ ticketId, deadlines }) =>
    deadlines.map(({ kind, fireAt }) => ({ ticketId, kind, fireAt: new Date(fireAt) })),
  );
  const ids = tickets.map(({ ticketId }) => ticketId);
  await tx.execute(sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(wanted)}::json)
        as w("ticketId" text, kind text, "fireAt" timestamptz(3))
    ), cancelled as (
      update timers t set state = 'cancelled'
      where t.tenant_id = ${tenantId} and t.state = 'armed'
        and t.subject_id in (select json_array_elements_text(${JSON.stringify(ids)}::json))
        and t.kind in (select json_array_elements_text(${JSON.stringify(ticketTimerKinds)}::json))
        and not exists (select from wanted w where w."ticketId" = t.subject_id and w.kind = t.kind)
    ), armed as (
      insert into timers (tenant_id, subject_id, kind, due_at, fire_at, state)
      select ${tenantId}, "ticketId", kind, "fireAt", "fireAt", 'armed' from wanted order by 2, 3
      on conflict (tenant_id, subject_id, kind) do update set
        generation = timers.generation + 1, due_at = excluded.due_at, fire_at = excluded.fire_at,
        state = 'armed', attempts = 0, last_error = null
      where timers.due_at <> excluded.due_at or timers.state = 'cancelled'
      returning fire_at
    )
    ${wakeIfSoon(sql`(select min(fire_at) from armed)`)}`);
}
