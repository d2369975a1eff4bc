import { and, desc, eq, gt } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { incidents } from '#server/features/incidents/incidents.table.ts';
import { stepBySystem } from '#server/features/life/step-by-system.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { hasEnded } from '#server/policy/life/life-state.ts';

/** What fails again so soon is the same failure. */
const swingMs = 30 * 60_000;

/**
 * A check that recovered a moment ago fails again: its incident goes on, where somebody has taken it up
 * and not ended it. Nobody is called, because somebody is there. The last statement of the caller's
 * transaction where it answers true.
 *
 * @returns false where there is none to go on with: another is to be opened
 */
export async function reopenIncident(
  deps: Pick<Deps, 'policies'>,
  tx: Transaction,
  { tenantId, checkId }: { readonly tenantId: string; readonly checkId: string },
  at: Date,
): Promise<boolean> {
  const ofCheck = and(
    eq(incidents.tenantId, tenantId),
    eq(incidents.kind, 'check'),
    eq(incidents.source, checkId),
  );
  const [last] = await tx
    .select()
    .from(incidents)
    .where(and(ofCheck, gt(incidents.recoveredAt, new Date(at.getTime() - swingMs))))
    .orderBy(desc(incidents.openedAt))
    .limit(1);
  if (!last) return false;
  const locked = await lockTicket(tx, { tenantId, ticketId: last.ticketId });
  if (!locked.ok || locked.value.life.takenUpBy === null || hasEnded(locked.value.life))
    return false;
  await tx
    .update(incidents)
    .set({ recoveredAt: null })
    .where(and(ofCheck, eq(incidents.sourceId, last.sourceId)));
  await stepBySystem(deps, tx, [locked.value], at, {
    decide: () => [{ kind: 'incident_opened', params: { by: 'check' } }],
  });
  return true;
}
