import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { endCriticalTrack } from '#server/features/critical-track/end-critical-track.ts';
import { system } from '#server/features/critical-track/track-events.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { incidents, type IncidentRow } from '#server/features/incidents/incidents.table.ts';

/**
 * The platform answers again: nobody is called any more, and the ticket stays for an agent to finish.
 * Again is harmless. The last statement of the caller's transaction.
 */
export async function recoverIncident(
  tx: Transaction,
  { tenantId, kind, source, sourceId, ticketId }: IncidentRow,
  at: Date,
): Promise<void> {
  const recovered = await tx
    .update(incidents)
    .set({ recoveredAt: at })
    .where(
      and(
        eq(incidents.tenantId, tenantId),
        eq(incidents.kind, kind),
        eq(incidents.source, source),
        eq(incidents.sourceId, sourceId),
        isNull(incidents.recoveredAt),
      ),
    )
    .returning({ ticketId: incidents.ticketId });
  if (recovered.length === 0) return;
  await endCriticalTrack(tx, { tenantId, ticketId }, at);
  await appendEvents(tx, tenantId, [{ ticketId, kind: 'incident_recovered', at, actor: system }]);
}
