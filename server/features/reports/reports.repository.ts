import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { DeferredTimes, EndedTickets } from '#server/policy/decision/outcome-report.ts';

/** Two instants, the second exclusive. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** Tickets that ended in a period, alike ones together, the most frequent first. */
export async function countEnded(
  db: Database,
  tenantId: string,
  { from, until }: Period,
): Promise<EndedTickets[]> {
  const rows = await db.execute<{
    category: string;
    outcome: EndedTickets['outcome'];
    reason: string | null;
    cause: string | null;
    tickets: number;
    open_seconds: number;
  }>(sql`
    select category, coalesce(outcome, 'solved') outcome, life -> 'ending' ->> 'reason' reason,
      life ->> 'cause' cause, count(*)::int tickets,
      round(sum(extract(epoch from resolved_at - coalesce(received_at, created_at))))::float8 open_seconds
    from ${tickets}
    where tenant_id = ${tenantId} and status in ('resolved', 'closed')
      and resolved_at >= ${from.toISOString()}::timestamptz
      and resolved_at < ${until.toISOString()}::timestamptz
    group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4`);
  return rows.map(({ open_seconds: openSeconds, ...one }) => ({ ...one, openSeconds }));
}

/** How often tickets were put off in a period, by reason, the most frequent first. */
export async function countDeferred(
  db: Database,
  tenantId: string,
  { from, until }: Period,
): Promise<DeferredTimes[]> {
  const reason = sql<string>`${ticketEvents.body}::json -> 'params' ->> 'reason'`;
  return db
    .select({ reason, times: count() })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.tenantId, tenantId),
        sql`${ticketEvents.kind} = 'deferred'`,
        gte(ticketEvents.at, from),
        lt(ticketEvents.at, until),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}
