import type { Deps } from '#server/deps.ts';
import { sweepVendorPortals } from '#server/features/vendor-portal/pushes.repository.ts';
import { workVendorPortals } from '#server/features/vendor-portal/work-portal.ts';
import { faultOf } from '#server/http/fault.ts';
import { createAlarm, type Alarm } from '#server/jobs/alarm.ts';

/** How often the log is looked at for what a portal is to be shown, milliseconds. */
const lookEveryMs = 1000;
/** How long it can be read what came through, milliseconds: a month. */
const keptMs = 30 * 86_400_000;
const sweepEveryMs = 3_600_000;

/** Shows vendors' own portals what happens to tickets, and looks into what they tell, until it is told to stop. */
export async function runVendorPortalWorker(
  deps: Deps,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  const pause = createAlarm();
  const work = {
    worker: deps.ids.next('vpw'),
    wait: (ms: number) => pause.sleep(ms, signal),
    signal,
  };
  let sweepAt = 0;
  while (!signal.aborted) {
    try {
      if ((await workVendorPortals(deps, work)) > 0) continue;
      if (deps.now() >= sweepAt) {
        await sweepVendorPortals(deps.db, new Date(deps.now() - keptMs));
        sweepAt = deps.now() + sweepEveryMs;
      }
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'portals of vendors wait');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
}
