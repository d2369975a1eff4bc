import type { Deps } from '#server/deps.ts';
import { deliveryLanes } from '#server/features/webhooks/delivery-lanes.ts';
import { forgetDeliveries } from '#server/features/webhooks/forget-deliveries.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { faultOf } from '#server/http/fault.ts';
import { guardedPost } from '#server/http/probe/guarded-post.ts';
import { reachOf } from '#server/http/probe/reach.ts';
import type { Alarm } from '#server/jobs/alarm.ts';

/** How often the log is looked at for what receivers want to know, milliseconds. */
const lookEveryMs = 1000;
/** How long a receiver may still answer once the server is to stop, milliseconds. */
const graceMs = 3000;
/** How often what was over long ago is looked for, milliseconds. */
const forgetEveryMs = 3_600_000;

/** Tells receivers what has happened, until it is told to stop: it ends a few seconds later at most. */
export async function runWebhookWorker(
  deps: Deps,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  const post = guardedPost(reachOf(deps.config));
  const lanes = deliveryLanes(deps, post, Math.random, alarm.ring);
  let forgetAt = 0;
  const forget = async () => {
    if (deps.now() < forgetAt) return 0;
    const forgotten = await forgetDeliveries(deps);
    if (forgotten === 0) forgetAt = deps.now() + forgetEveryMs;
    return forgotten;
  };
  while (!signal.aborted) {
    try {
      const taken = await takeEvents(deps);
      const begun = await lanes.start();
      if (begun + taken + (await forget()) > 0) continue;
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'webhooks wait for the database');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
  await lanes.stop(graceMs);
}
