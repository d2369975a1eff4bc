import { and, eq, isNull, lt, not, sql } from 'drizzle-orm';
import { pushedKinds } from '#shared/pushed-kinds.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { ticketCounters } from '#server/features/tenants/tenants.table.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import {
  vendorPortalPushes,
  vendorPortals,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

const eventsAtOnce = 1000;
/** Nobody's id: what is not for every agent is for none of the portal's people. */
const nobody = 'vendor-portal';

/**
 * Notes what the next portal is to be shown of the latest. The log has no gaps, so that a place in it is all
 * there is to remember, and who writes an event knows nothing of portals.
 *
 * @returns how many portals were seen to; 0 when all know the latest
 */
export async function notePushes(deps: Pick<Deps, 'db' | 'policies' | 'now'>): Promise<number> {
  const tryAt = new Date(deps.now()).toISOString();
  return inTransaction(deps.db, async (tx) => {
    const [due] = await tx
      .select({ portal: vendorPortals, lastSeq: ticketCounters.lastSeq })
      .from(vendorPortals)
      .innerJoin(ticketCounters, eq(ticketCounters.tenantId, vendorPortals.tenantId))
      .where(and(isNull(vendorPortals.stoppedAt), lt(vendorPortals.seq, ticketCounters.lastSeq)))
      .limit(1)
      .for('update', { of: vendorPortals, skipLocked: true });
    if (!due) return 0;
    const { tenantId, seq } = due.portal;
    const until = Math.min(due.lastSeq, seq + eventsAtOnce);
    const hidden = hiddenTickets(deps, tenantId, nobody);
    await tx.execute(sql`
      insert into ${vendorPortalPushes} (tenant_id, seq, ticket_id, state, try_at)
      select ${tenantId}, ${ticketEvents.seq}, ${ticketEvents.ticketId}, 'waiting', ${tryAt}::timestamptz
      from ${ticketEvents} join ${tickets}
        on ${tickets.tenantId} = ${ticketEvents.tenantId} and ${tickets.id} = ${ticketEvents.ticketId}
      where ${and(
        eq(ticketEvents.tenantId, tenantId),
        sql`${ticketEvents.seq} > ${seq} and ${ticketEvents.seq} <= ${until}`,
        sql`${ticketEvents.kind} in ${pushedKinds}`,
        hidden && not(hidden),
      )}
      on conflict do nothing`);
    await tx.update(vendorPortals).set({ seq: until }).where(eq(vendorPortals.tenantId, tenantId));
    return 1;
  });
}
