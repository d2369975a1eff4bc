import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { fireTimers } from '#server/jobs/fire-timers.ts';
import type { TestServer } from '#test/support/server.ts';

/** Fires what is due by the server's clock, as its workers would. */
export async function fireDue({ deps }: TestServer): Promise<void> {
  const { db, now, log } = deps;
  const timers = { db, now, log, handlers: timerHandlers(deps), batchSize: 100 };
  while ((await fireTimers(timers)) > 0);
}
