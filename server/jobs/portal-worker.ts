import type { Deps } from '#server/deps.ts';
import { erasePortal } from '#server/features/portals/erase-portal.ts';
import { lookAtSilentPortals } from '#server/features/portals/look-at-silent-portals.ts';
import { settlePortalEvents } from '#server/features/portals/settle-events.ts';
import { faultOf } from '#server/http/fault.ts';
import type { Alarm } from '#server/jobs/alarm.ts';

/** How often events of portals are looked for, milliseconds. */
const lookEveryMs = 1000;

/** Looks into events of portals that were taken in, and after portals that told nothing for long, until it is told to stop. */
export async function runPortalWorker(
  deps: Deps,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  const erase = erasePortal(deps);
  while (!signal.aborted) {
    const begun = performance.eventLoopUtilization();
    try {
      if ((await settlePortalEvents(deps, erase)) > 0) {
        // whoever waits for an answer comes first: as long again as this process was busy meanwhile
        await alarm.sleep(performance.eventLoopUtilization(begun).active, signal);
        continue;
      }
      await lookAtSilentPortals(deps, erase);
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'events of portals wait for the database');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
}
