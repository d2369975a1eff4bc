import { sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { isHeard } from '#server/features/changes/heard-kinds.ts';
import { bodyOf, type EventDraft } from '#server/features/event-log/event-body.ts';
import { changesChannel } from '#server/jobs/wake.ts';

/**
 * Appends events to a tenant's log, in their order, and chains them.
 *
 * Those that a requester hears of wake the servers at the commit.
 *
 * Locks the tenant's counter row until the transaction ends, so that the chain has one head: the last
 * statement of a transaction, once. Whoever locks a ticket does it before.
 *
 * @param tx a transaction, so that what happened and its event are stored together
 */
export async function appendEvents(
  tx: Database,
  tenantId: string,
  events: readonly EventDraft[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = JSON.stringify(
    events.map((event, ord) => ({
      ord: ord + 1,
      ticketId: event.ticketId,
      kind: event.kind,
      at: event.at.toISOString(),
      body: bodyOf(event),
    })),
  );
  await tx.execute(sql`
    with head as (
      select last_seq, chain_head from ticket_counters where tenant_id = ${tenantId} for update
    ), chained as (
      select b.*, h.last_seq + b.ord as seq, event_chain(h.chain_head, b.body) over (order by b.ord) as hash
      from head h, json_to_recordset(${rows}::json)
        as b(ord int, "ticketId" text, kind text, at timestamptz, body text)
    ), logged as (
      insert into ticket_events (tenant_id, seq, ticket_id, kind, at, body, hash)
      select ${tenantId}, seq, "ticketId", kind, at, body, hash from chained
    )
    update ticket_counters c set last_seq = last.seq, chain_head = last.hash
    from (select seq, hash from chained order by seq desc limit 1) last
    where c.tenant_id = ${tenantId}
    ${isHeard(events) ? sql`returning pg_notify(${changesChannel}, ${tenantId})` : sql``}`);
}
