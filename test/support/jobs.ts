import { fireTimers } from '#server/jobs/fire-timers.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import type { TestServer } from '#test/support/server.ts';

/** Does everything that is due at the server's clock, as its worker would; answers with how much. */
export async function fireDue({ deps }: Pick<TestServer, 'deps'>): Promise<number> {
  const timerDeps = { ...deps, handlers: timerHandlers(deps), batchSize: 100 };
  let fired = 0;
  for (let taken = await fireTimers(timerDeps); taken > 0; taken = await fireTimers(timerDeps))
    fired += taken;
  return fired;
}
