import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { criticalTracks } from '#server/features/critical-track/critical-tracks.table.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/** Calls nobody any more; a track that is not there or has ended stays as it is. */
export async function endCriticalTrack(
  tx: Transaction,
  { tenantId, ticketId }: { readonly tenantId: string; readonly ticketId: string },
  at: Date,
): Promise<void> {
  const ended = await tx
    .update(criticalTracks)
    .set({ endedAt: at })
    .where(
      and(
        eq(criticalTracks.tenantId, tenantId),
        eq(criticalTracks.ticketId, ticketId),
        isNull(criticalTracks.endedAt),
      ),
    )
    .returning({ ticketId: criticalTracks.ticketId });
  if (ended.length > 0) await cancelTimers(tx, tenantId, ticketId, ['critical_ack.due']);
}
