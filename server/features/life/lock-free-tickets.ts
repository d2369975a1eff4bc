import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { livingColumns, type LivingTicket } from '#server/features/life/living-ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { ClaimedTimer } from '#server/jobs/timer-handler.ts';

/**
 * Locks the tickets of deadlines that nobody else holds. Whoever holds a ticket now arms its timers
 * next: waiting for one here would be a deadlock.
 */
export async function lockFreeTickets(
  tx: Transaction,
  tenantId: string,
  due: readonly ClaimedTimer[],
): Promise<LivingTicket[]> {
  // one parameter, however many they are
  const ids = JSON.stringify(due.map(({ subjectId }) => subjectId));
  return tx
    .select(livingColumns)
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        sql`${tickets.id} = any(array(select json_array_elements_text(${ids}::json)))`,
      ),
    )
    .orderBy(tickets.id)
    .for('no key update', { skipLocked: true });
}
