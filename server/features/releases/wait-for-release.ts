import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { releaseWaiters } from '#server/features/releases/releases.table.ts';

/**
 * A requester was promised a version: its coming out is told to them once. What they were promised
 * before and has not come is promised no more.
 */
export async function waitForRelease(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  releaseId: string,
): Promise<void> {
  await tx
    .delete(releaseWaiters)
    .where(
      and(
        eq(releaseWaiters.tenantId, tenantId),
        eq(releaseWaiters.ticketId, ticketId),
        isNull(releaseWaiters.toldAt),
      ),
    );
  await tx.insert(releaseWaiters).values({ tenantId, releaseId, ticketId }).onConflictDoNothing();
}
