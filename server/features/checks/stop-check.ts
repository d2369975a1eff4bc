import { and, eq, isNull } from 'drizzle-orm';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { endOutage } from '#server/features/announcements/announce-outage.ts';
import { endSilence } from '#server/features/checks/end-silence.ts';
import { checks } from '#server/features/checks/checks.table.ts';
import { findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { recoverIncident } from '#server/features/incidents/recover-incident.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/** Looks at an address no more; its open incident calls nobody any more. Again is harmless. */
export async function stopCheck(deps: Deps, tenantId: string, id: string): Promise<void> {
  const at = new Date(deps.now());
  await inTransaction(deps.db, async (tx) => {
    const stopped = await tx
      .update(checks)
      .set({ stoppedAt: at })
      .where(and(eq(checks.tenantId, tenantId), eq(checks.id, id), isNull(checks.stoppedAt)))
      .returning({ id: checks.id });
    if (stopped.length === 0) return;
    await cancelTimers(tx, tenantId, id, ['check.run']);
    const open = await findOpenIncident(tx, tenantId, 'check', id);
    await endOutage(tx, tenantId, id, at);
    if (open) await recoverIncident(deps, tx, open, at);
    await endSilence(deps, tx, tenantId, at);
  });
}
