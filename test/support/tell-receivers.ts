import type { Deps } from '#server/deps.ts';
import { deliveryLanes } from '#server/features/webhooks/delivery-lanes.ts';
import type { Post } from '#server/http/probe/guarded-post.ts';

/** Tells receivers all that waits for them by now, and waits until they have answered. */
export async function tellReceivers(
  deps: Deps,
  post: Post,
  random: () => number = () => 0,
): Promise<void> {
  const lanes = deliveryLanes(deps, post, random);
  while ((await lanes.start()) > 0) await lanes.idle();
}
