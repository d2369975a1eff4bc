import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { accessGrants } from '#server/features/access/access-grants.table.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/** Ends all access of a ticket and wipes what it opens. */
export async function eraseGrants(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<void> {
  const ended = await tx
    .update(accessGrants)
    .set({ sealed: null, revokedAt: at })
    .where(
      and(
        eq(accessGrants.tenantId, tenantId),
        eq(accessGrants.ticketId, ticketId),
        isNull(accessGrants.revokedAt),
      ),
    )
    .returning({ id: accessGrants.id });
  for (const { id } of ended) await cancelTimers(tx, tenantId, id);
}
