import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { clocks, tickets } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { compareInQueue, planWeight } from '#server/policy/decision/queue-order.ts';

/**
 * Ids of a desk's unresolved tickets in the order of its regulation. All of them are compared, and
 * only then cut: the most urgent one may be the newest.
 */
export async function queueIds(db: Database, pack: PolicyPack, limit: number): Promise<string[]> {
  const rows = await db
    .select({
      id: tickets.id,
      number: tickets.number,
      severity: tickets.severity,
      plan: tickets.plan,
      createdAt: tickets.createdAt,
      receivedAt: tickets.receivedAt,
      dueAt: clocks.dueAt,
      stoppedAt: clocks.stoppedAt,
    })
    .from(tickets)
    .leftJoin(clocks, and(eq(clocks.tenantId, tickets.tenantId), eq(clocks.ticketId, tickets.id)))
    .where(and(eq(tickets.tenantId, pack.vendor), ne(tickets.status, 'resolved')));
  const compare = compareInQueue(pack.queue);
  return rows
    .map(({ id, number, severity, plan, createdAt, receivedAt, dueAt, stoppedAt }) => ({
      id,
      severity,
      dueAt: dueAt === null || stoppedAt !== null ? null : dueAt.getTime(),
      planWeight: planWeight(pack, plan ?? undefined),
      receivedAt: (receivedAt ?? createdAt).getTime(),
      number: shownNumber(pack, number),
    }))
    .toSorted(compare)
    .slice(0, limit)
    .map(({ id }) => id);
}
