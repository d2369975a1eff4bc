import { and, eq, inArray, min } from 'drizzle-orm';
import { faultOf } from '#server/http/fault.ts';
import type { Alarm } from '#server/jobs/alarm.ts';
import { fireTimers, type TimerDeps } from '#server/jobs/fire-timers.ts';
import { timers } from '#server/jobs/timers.table.ts';
import { longestSleepMs } from '#server/jobs/wake.ts';

/** What is due and in another worker's hands is looked at again after this, milliseconds. */
const shortestSleepMs = 20;

/** A database that is away is asked again after this, milliseconds. */
const outageMs = 1000;

/**
 * Fires deadlines as they come, until it is told to stop: then it finishes its batch. Any number of
 * workers, of any number of servers, share the work.
 */
export async function runTimerWorker(
  deps: TimerDeps,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await fireTimers(deps)) > 0) continue;
      await alarm.sleep(await sleepMs(deps), signal);
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'timers wait for the database');
      await alarm.sleep(outageMs, signal);
    }
  }
}

async function sleepMs({ db, handlers, now }: TimerDeps): Promise<number> {
  const [next] = await db
    .select({ fireAt: min(timers.fireAt) })
    .from(timers)
    .where(and(eq(timers.state, 'armed'), inArray(timers.kind, Object.keys(handlers))));
  if (!next?.fireAt) return longestSleepMs;
  return Math.min(Math.max(next.fireAt.getTime() - now(), shortestSleepMs), longestSleepMs);
}
