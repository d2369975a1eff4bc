import { and, eq, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { endOutage } from '#server/features/announcements/announce-outage.ts';
import { endSilence } from '#server/features/checks/end-silence.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { checks } from '#server/features/checks/checks.table.ts';
import { findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { recoverIncident } from '#server/features/incidents/recover-incident.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';

/**
 * Looks at an address no more; its open incident calls nobody any more. Again is harmless. Fails with
 * `check.not_found`.
 */
export async function stopCheck(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
): Promise<Result<void, Problem>> {
  const at = new Date(deps.now());
  return transact<void>(deps.db, async (tx) => {
    const stopped = await tx
      .update(checks)
      .set({ stoppedAt: at })
      .where(and(eq(checks.tenantId, tenantId), eq(checks.id, id), isNull(checks.stoppedAt)))
      .returning({ id: checks.id });
    if (stopped.length === 0)
      return (await findCheck(tx, tenantId, id))
        ? succeed(undefined)
        : fail({ code: 'check.not_found' });
    await cancelTimers(tx, tenantId, id, ['check.run']);
    const open = await findOpenIncident(tx, tenantId, 'check', id);
    await endOutage(tx, tenantId, id, at);
    if (open) await recoverIncident(deps, tx, open, at);
    await endSilence(deps, tx, tenantId, at);
    await logAgentAct(tx, tenantId, { kind: 'check_stopped', by, at, params: { check: id } });
    return succeed(undefined);
  });
}
