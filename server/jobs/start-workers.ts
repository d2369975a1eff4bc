import type { Deps } from '#server/deps.ts';
import { createAlarm } from '#server/jobs/alarm.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { runTimerWorker } from '#server/jobs/timer-worker.ts';

export interface Workers {
  /** Ends when each has finished what it had begun. */
  stop(): Promise<void>;
}

/** Starts what a server does unasked. Other servers may do the same beside it. */
export function startWorkers(deps: Deps, url: string): Workers {
  const stopping = new AbortController();
  const alarm = createAlarm();
  const listener = listenForWakes(url, alarm.ring);
  const timerDeps = {
    db: deps.db,
    now: deps.now,
    log: deps.log,
    handlers: timerHandlers(deps),
    batchSize: deps.config.TIMER_BATCH,
  };
  const running = [runTimerWorker(timerDeps, alarm, stopping.signal)];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      await listener.close();
    },
  };
}
