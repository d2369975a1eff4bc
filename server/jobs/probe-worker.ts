import type { Deps } from '#server/deps.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { faultOf } from '#server/http/fault.ts';
import { guardedProbe } from '#server/http/probe/guarded-probe.ts';
import { reachOf } from '#server/http/probe/reach.ts';
import type { Alarm } from '#server/jobs/alarm.ts';

/** How often looks are asked after, milliseconds: what asks for one is a timer that nobody waits for. */
const lookEveryMs = 1000;

/** Does the looks at addresses that have been asked for, until it is told to stop. */
export async function runProbeWorker(deps: Deps, alarm: Alarm, signal: AbortSignal): Promise<void> {
  const probe = guardedProbe(reachOf(deps.config));
  const onFinding = { check: recordCheck(deps), portal: recordPortal };
  while (!signal.aborted) {
    try {
      if ((await runProbes(deps, probe, onFinding)) > 0) continue;
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'looks wait for the database');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
}
