import { describe, expect, test } from 'vitest';
import { queueKey } from '#server/policy/decision/queue-key.ts';
import { compareInQueue, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { queueReason } from '#server/policy/decision/queue-reason.ts';
import { anyQueue, orderedNaively } from '#test/support/any-queue.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

const numbers = (items: readonly QueueItem[]) => items.map(({ number }) => number);

describe.each(packFiles.map((file) => file.split('.')[0] ?? ''))(
  '%s: 10,000 tickets by dice',
  (vendor) => {
    const { pack } = policyOf(vendor);
    const items = anyQueue(pack, 7, 10_000);
    const wanted = orderedNaively(pack, items);

    test('compared one with another they stand as a person would order them', () => {
      expect(numbers(items.toSorted(compareInQueue(pack.queue)))).toEqual(numbers(wanted));
    });

    test('by the bytes of their keys they stand the same', () => {
      const keyed = items.map((item, place) => ({
        item,
        place,
        key: Buffer.from(queueKey(pack.queue, item)),
      }));
      keyed.sort((a, b) => Buffer.compare(a.key, b.key) || a.place - b.place);
      expect(numbers(keyed.map(({ item }) => item))).toEqual(numbers(wanted));
    });

    test('the reason of each is the first key in which the next one differs', () => {
      const valueOf = {
        severity: ({ severity }: QueueItem) =>
          pack.queue.severities === 'ranked' ? severity : severity === 'critical',
        due: ({ dueAt }: QueueItem) => dueAt,
        plan: ({ planWeight }: QueueItem) => planWeight,
        received: ({ receivedAt }: QueueItem) => receivedAt,
      };
      const wrong = wanted.filter((item, at) => {
        const next = wanted[at + 1];
        const key =
          next && pack.queue.order.find((one) => valueOf[one](item) !== valueOf[one](next));
        const { code, outOfTurn } = queueReason(pack, item, next);
        const late = next !== undefined && item.receivedAt > next.receivedAt;
        return code !== (next ? (key ?? 'number') : 'last') || outOfTurn !== late;
      });
      expect(wrong).toEqual([]);
    });
  },
);
