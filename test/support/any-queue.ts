import { severities } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { QueueItem } from '#server/policy/decision/queue-order.ts';
import { diceOf } from './dice.ts';

/** Tickets of a desk by dice; many are equal in much, so that every key decides somewhere. */
export function anyQueue({ queue }: PolicyPack, seed: number, count: number): QueueItem[] {
  const dice = diceOf(seed);
  const weights = [0, ...Object.values(queue.planWeights)];
  const some = Date.UTC(2026, 0, 12);
  return Array.from({ length: count }, (_, n) => ({
    severity: dice.pick(severities),
    dueAt: dice.chance(0.4) ? null : some + dice.whole(0, 300) * 3_600_000,
    planWeight: weights[dice.whole(0, weights.length - 1)] ?? 0,
    receivedAt: some + dice.whole(0, 300) * 3_600_000,
    number: `T-${n + 1}`,
  }));
}

/** The order as a person would state it, key by key: sorts from the last key to the first. */
export function orderedNaively({ queue }: PolicyPack, items: readonly QueueItem[]): QueueItem[] {
  const weight = { critical: 0, high: 1, normal: 2, low: 3 };
  const rank = ({ severity }: QueueItem) =>
    queue.severities === 'ranked' ? weight[severity] : severity === 'critical' ? 0 : 1;
  const by = {
    severity: rank,
    due: ({ dueAt }: QueueItem) => dueAt ?? Number.MAX_SAFE_INTEGER,
    plan: ({ planWeight }: QueueItem) => -planWeight,
    received: ({ receivedAt }: QueueItem) => receivedAt,
  };
  return queue.order.toReversed().reduce(
    (sorted, key) => sorted.toSorted((a, b) => by[key](a) - by[key](b)),
    items.toSorted((a, b) => Number(a.number.slice(2)) - Number(b.number.slice(2))),
  );
}
