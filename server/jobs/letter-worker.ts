import type { Logger } from 'pino';
import { faultOf } from '#server/http/fault.ts';
import type { Alarm } from '#server/jobs/alarm.ts';

/**
 * How often letters are looked for, milliseconds. Nothing wakes this worker: a notification at every
 * ticket would lock the database's commits to save a letter a second.
 */
const lookEveryMs = 1000;

/**
 * Sees to letters until it is told to stop: then it finishes those under way.
 *
 * @param see sends or holds some; says how many, 0 when none wait
 */
export async function runLetterWorker(
  see: () => Promise<number>,
  log: Logger,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await see()) > 0) continue;
    } catch (error) {
      log.warn({ fault: faultOf(error) }, 'letters wait for the database');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
}
