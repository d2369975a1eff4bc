import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { onCallShifts } from '#server/features/on-call/on-call.table.ts';
import type { OnCallShift } from '#server/policy/life/on-call.ts';

/**
 * Shifts that touch a stretch of time, the next end first.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds, not part of the stretch
 */
export async function shiftsBetween(
  db: Database,
  tenantId: string,
  from: number,
  until: number,
): Promise<OnCallShift[]> {
  const rows = await db
    .select()
    .from(onCallShifts)
    .where(
      and(
        eq(onCallShifts.tenantId, tenantId),
        gt(onCallShifts.endsAt, new Date(from)),
        lt(onCallShifts.startsAt, new Date(until)),
      ),
    )
    .orderBy(asc(onCallShifts.endsAt));
  return rows.map(({ id, agentId, startsAt, endsAt, rank }) => ({
    id,
    agentId,
    from: startsAt.getTime(),
    until: endsAt.getTime(),
    rank,
  }));
}
