import type { QueueKey } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { decidingKey, type QueueItem } from './queue-order.ts';

/** Why a ticket stands before the next one. */
export interface QueueReason {
  /** The key that decided; `number` where nothing else differs, `last` where nothing stands behind. */
  readonly code: QueueKey | 'number' | 'last';
  /** What each of the two has under that key: instants in epoch milliseconds. */
  readonly params: {
    readonly own?: string | number | null;
    readonly next?: string | number | null;
  };
  /** Received later than the one it goes before: it was taken out of turn. */
  readonly outOfTurn: boolean;
  readonly clause: string;
}

const valueOf = {
  severity: ({ severity }) => severity,
  due: ({ dueAt }) => dueAt,
  plan: ({ planWeight }) => planWeight,
  received: ({ receivedAt }) => receivedAt,
} as const satisfies Record<QueueKey, (item: QueueItem) => string | number | null>;

/** @param next the ticket behind it; undefined for the last */
export function queueReason(
  { queue }: Pick<PolicyPack, 'queue'>,
  item: QueueItem,
  next: QueueItem | undefined,
): QueueReason {
  const { clause } = queue;
  if (!next) return { code: 'last', params: {}, outOfTurn: false, clause };
  const outOfTurn = item.receivedAt > next.receivedAt;
  const key = decidingKey(queue, item, next);
  if (!key)
    return { code: 'number', params: { own: item.number, next: next.number }, outOfTurn, clause };
  const value = valueOf[key];
  return { code: key, params: { own: value(item), next: value(next) }, outOfTurn, clause };
}
