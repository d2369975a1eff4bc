import type { Deps } from '#server/deps.ts';
import { deliveryLanes } from '#server/features/webhooks/delivery-lanes.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { faultOf } from '#server/http/fault.ts';
import { guardedPost } from '#server/http/probe/guarded-post.ts';
import type { Alarm } from '#server/jobs/alarm.ts';

/** How often the log is looked at for what receivers want to know, milliseconds. */
const lookEveryMs = 1000;

/** Tells receivers what has happened, until it is told to stop. */
export async function runWebhookWorker(
  deps: Deps,
  alarm: Alarm,
  signal: AbortSignal,
): Promise<void> {
  const post = guardedPost({ ports: deps.config.PROBE_PORTS });
  const lanes = deliveryLanes(deps, post, Math.random, alarm.ring);
  while (!signal.aborted) {
    try {
      const taken = await takeEvents(deps);
      if ((await lanes.start()) + taken > 0) continue;
    } catch (error) {
      deps.log.warn({ fault: faultOf(error) }, 'webhooks wait for the database');
    }
    await alarm.sleep(lookEveryMs, signal);
  }
  await lanes.idle();
}
