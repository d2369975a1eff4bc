import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { stepBySystem } from '#server/features/life/step-by-system.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { incidents, type IncidentRow } from '#server/features/incidents/incidents.table.ts';

/**
 * The platform answers again: nobody is called any more, and the ticket stays for an agent to finish.
 * Again is harmless. The last statement of the caller's transaction.
 */
export async function recoverIncident(
  deps: Pick<Deps, 'policies'>,
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
  const locked = await lockTicket(tx, { tenantId, ticketId });
  if (!locked.ok) return;
  await stepBySystem(deps, tx, [locked.value], at, {
    decide: () => [{ kind: 'incident_recovered', params: {} }],
  });
}
