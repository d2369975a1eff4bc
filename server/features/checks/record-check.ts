import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { announceOutage, endOutage } from '#server/features/announcements/announce-outage.ts';
import { failureWords } from '#server/features/checks/failure-words.ts';
import { endSilence } from '#server/features/checks/end-silence.ts';
import { checks, type CheckRow } from '#server/features/checks/checks.table.ts';
import { findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { openIncident } from '#server/features/incidents/open-incident.ts';
import { reopenIncident } from '#server/features/incidents/reopen-incident.ts';
import { recoverIncident } from '#server/features/incidents/recover-incident.ts';
import type { OnFinding } from '#server/features/probes/run-probes.ts';
import { checkCourse } from '#server/policy/watch/check-course.ts';

/**
 * What a look means for its check: several failures in a row open one incident, told to the
 * customers where the check says so, and a success
 * ends it. A check that swings fails the same incident again, once somebody has taken it up.
 */
export const recordCheck =
  (deps: Pick<Deps, 'policies' | 'ids'>): OnFinding =>
  async (tx, { tenantId, subjectId, id }, finding, at) => {
    const check = await lockCheck(tx, tenantId, subjectId);
    if (!check || check.stoppedAt) return;
    const passed = finding.outcome === 'reachable' && finding.status === check.expectStatus;
    // a look that a demo holds says nothing of the platform, and the watcher itself is alive
    const held = finding.outcome === 'refused' && finding.reason === 'held';
    const { failuresInARow, effect } = held
      ? { failuresInARow: check.failuresInARow, effect: 'none' }
      : checkCourse(check, passed);
    await tx
      .update(checks)
      .set({ failuresInARow, lastResultAt: at })
      .where(and(eq(checks.tenantId, tenantId), eq(checks.id, check.id)));
    await endSilence(deps, tx, tenantId, at);
    const open = await findOpenIncident(tx, tenantId, 'check', check.id);
    if (effect === 'recover') await endOutage(tx, tenantId, check.id, at);
    if (effect === 'recover' && open) await recoverIncident(deps, tx, open, at);
    if (effect !== 'open' || open) return;
    if (check.notifyAffected) await announceOutage(deps, tx, check, at);
    if (await reopenIncident(deps, tx, { tenantId, checkId: check.id }, at)) return;
    const words = failureWords(deps.policies, check, finding, at);
    const outage = { tenantId, kind: 'check', source: check.id, sourceId: id } as const;
    await openIncident(deps, tx, { ...outage, watcher: check.name, title: words, text: words }, at);
  };

async function lockCheck(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<CheckRow | undefined> {
  const [row] = await tx
    .select()
    .from(checks)
    .where(and(eq(checks.tenantId, tenantId), eq(checks.id, id)))
    .for('update');
  return row;
}
