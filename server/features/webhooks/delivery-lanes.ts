import type { Deps } from '#server/deps.ts';
import {
  claimDeliveries,
  type ClaimedDelivery,
} from '#server/features/webhooks/claim-deliveries.ts';
import { giveBackDeliveries } from '#server/features/webhooks/give-back-deliveries.ts';
import { isStopped } from '#server/features/webhooks/deliveries.repository.ts';
import { settleDelivery } from '#server/features/webhooks/settle-delivery.ts';
import { tellReceiver, type TellDeps } from '#server/features/webhooks/tell-receiver.ts';
import { faultOf } from '#server/http/fault.ts';
import type { Post } from '#server/http/probe/guarded-post.ts';

/** Longer than the attempts of one receiver take; a server that dies is replaced after it, milliseconds. */
const leaseMs = 60_000;
const mostLanes = 32;

/** What tells receivers: each that has something to hear is in a lane of its own. */
export interface DeliveryLanes {
  /** Claims what waits and begins to tell it. @returns how much that is; 0 when nothing waits or all lanes are taken */
  start(): Promise<number>;
  /** Ends when every lane that has begun is through. */
  idle(): Promise<void>;
  /**
   * Begins nothing more and ends soon: what is under way has a moment, and is given up then. What was not
   * told is left to be told again.
   */
  stop(graceMs: number): Promise<void>;
}

/**
 * Tells receivers what waits for them. One server tells a receiver one event after the other, a few of those
 * that are due the longest at a time, each few in the order of the log, and one that is slow holds up
 * nobody but itself. The order of the log is kept while every attempt succeeds: what failed comes later,
 * and another server may be at the same receiver. An event may be told twice after a crash, then under
 * the same id; none is lost.
 *
 * @param random 0 to 1, spreads retries
 * @param onFree is called when a lane is through
 */
export function deliveryLanes(
  deps: TellDeps & Pick<Deps, 'log'>,
  post: Post,
  random: () => number,
  onFree: () => void = () => undefined,
): DeliveryLanes {
  const lanes = new Map<string, Promise<void>>();
  const ending = new AbortController();
  let stopping = false;
  const abortable: Post = (url, sent) => post(url, sent, ending.signal);
  const giveBack = (deliveries: readonly ClaimedDelivery[]) =>
    giveBackDeliveries(deps.db, deliveries, new Date(deps.now()));
  const run = async (deliveries: readonly ClaimedDelivery[]) => {
    for (const [place, delivery] of deliveries.entries()) {
      if (stopping) return giveBack(deliveries.slice(place));
      if (await isStopped(deps.db, delivery)) return;
      const told = await tellReceiver(deps, delivery, abortable);
      if (!told.told && ending.signal.aborted) return giveBack(deliveries.slice(place));
      await settleDelivery(deps.db, delivery, told, new Date(deps.now()), random());
    }
  };
  const open = async (receiver: string, deliveries: readonly ClaimedDelivery[]) => {
    try {
      await run(deliveries);
    } catch (error) {
      // what the lane leaves is told again when its lease ends
      deps.log.warn({ fault: faultOf(error) }, 'a receiver waits');
    }
    lanes.delete(receiver);
    onFree();
  };
  const idle = async () => {
    await Promise.all(lanes.values());
  };
  return {
    start: async () => {
      const room = { busy: [...lanes.keys()], free: mostLanes - lanes.size };
      if (room.free === 0) return 0;
      const claimed = await claimDeliveries(deps.db, new Date(deps.now()), leaseMs, room);
      const inOrder = claimed.toSorted((one, other) => one.seq - other.seq);
      for (const receiver of new Set(claimed.map(({ webhookId }) => webhookId))) {
        const its = inOrder.filter(({ webhookId }) => webhookId === receiver);
        lanes.set(receiver, open(receiver, its));
      }
      return claimed.length;
    },
    idle,
    stop: async (graceMs) => {
      stopping = true;
      const impatient = setTimeout(() => ending.abort(), graceMs);
      await idle();
      clearTimeout(impatient);
    },
  };
}
