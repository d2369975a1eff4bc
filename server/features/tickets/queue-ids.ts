import { and, asc, eq, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Ids of a desk's tickets that have not ended, in the order of its regulation.
 *
 * @param wanted a part of them; see `queueFilter`
 */
export async function queueIds(
  db: Database,
  tenantId: string,
  limit: number,
  wanted?: SQL,
): Promise<string[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        notInArray(tickets.status, ['resolved', 'closed']),
        wanted,
      ),
    )
    .orderBy(sql`${tickets.queueKey} collate "C"`, asc(tickets.number))
    .limit(limit);
  return rows.map(({ id }) => id);
}
