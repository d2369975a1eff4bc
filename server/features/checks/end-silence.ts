import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { listChecks, watched } from '#server/features/checks/checks.repository.ts';
import { watchSource } from '#server/features/checks/heartbeat.ts';
import { findOpenIncident } from '#server/features/incidents/incidents.repository.ts';
import { recoverIncident } from '#server/features/incidents/recover-incident.ts';
import { silentChecks } from '#server/policy/watch/silence.ts';

/** A silence is over once every check that is looked at has given a result again. */
export async function endSilence(
  deps: Pick<Deps, 'policies'>,
  tx: Transaction,
  tenantId: string,
  at: Date,
): Promise<void> {
  const silence = await findOpenIncident(tx, tenantId, 'silence', watchSource);
  if (!silence) return;
  const checks = (await listChecks(tx, tenantId)).map(watched);
  if (silentChecks(checks, at.getTime()).length === 0) await recoverIncident(deps, tx, silence, at);
}
