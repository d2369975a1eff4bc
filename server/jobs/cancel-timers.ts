import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { timers } from '#server/jobs/timers.table.ts';

/** Disarms the deadlines of one subject: those kinds, or all. What has fired stays fired. */
export async function cancelTimers(
  tx: Transaction,
  tenantId: string,
  subjectId: string,
  kinds?: readonly TimerKind[],
): Promise<void> {
  await tx
    .update(timers)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(timers.tenantId, tenantId),
        eq(timers.subjectId, subjectId),
        eq(timers.state, 'armed'),
        kinds ? inArray(timers.kind, [...kinds]) : undefined,
      ),
    );
}
