import { and, eq, isNull, lt, not, sql } from 'drizzle-orm';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { ticketCounters } from '#server/features/tenants/tenants.table.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { webhookDeliveries, webhooks } from '#server/features/webhooks/webhooks.table.ts';

const eventsAtOnce = 1000;

/**
 * Finds a receiver that has not been told of the latest, and notes what it is to be told. The log has no
 * gaps and grows at its end alone, so that a place in it is all there is to remember; who writes an event
 * knows nothing of receivers. Reports that are not for everybody are told to none.
 *
 * @returns how many receivers were seen to; 0 when all know the latest
 */
export async function takeEvents(deps: Pick<Deps, 'db' | 'policies' | 'now'>): Promise<number> {
  const now = new Date(deps.now());
  return inTransaction(deps.db, async (tx) => {
    const [due] = await tx
      .select({ webhook: webhooks, lastSeq: ticketCounters.lastSeq })
      .from(webhooks)
      .innerJoin(ticketCounters, eq(ticketCounters.tenantId, webhooks.tenantId))
      .where(and(isNull(webhooks.stoppedAt), lt(webhooks.seq, ticketCounters.lastSeq)))
      .limit(1)
      .for('update', { of: webhooks, skipLocked: true });
    if (!due) return 0;
    const { tenantId, id, seq, types } = due.webhook;
    const until = Math.min(due.lastSeq, seq + eventsAtOnce);
    const hidden = hiddenTickets(deps, tenantId, id);
    const kinds = types.map((type) => type.replace('ticket.', ''));
    await tx.execute(sql`
      insert into ${webhookDeliveries} (tenant_id, webhook_id, seq, state, try_at)
      select ${tenantId}, ${id}, ${ticketEvents.seq}, 'waiting', ${now.toISOString()}::timestamptz
      from ${ticketEvents} join ${tickets}
        on ${tickets.tenantId} = ${ticketEvents.tenantId} and ${tickets.id} = ${ticketEvents.ticketId}
      where ${and(
        eq(ticketEvents.tenantId, tenantId),
        sql`${ticketEvents.seq} > ${seq} and ${ticketEvents.seq} <= ${until}`,
        sql`${ticketEvents.kind} in ${kinds}`,
        hidden && not(hidden),
      )}
      on conflict do nothing`);
    const place = and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, id));
    await tx.update(webhooks).set({ seq: until }).where(place);
    return 1;
  });
}
