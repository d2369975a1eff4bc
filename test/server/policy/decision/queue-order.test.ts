import { describe, expect, test } from 'vitest';
import type { Severity } from '#shared/vocabulary.ts';
import { compareInQueue, planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { policyOf } from '#test/support/policies.ts';

const item = (number: string, facts: Partial<QueueItem> = {}): QueueItem => ({
  severity: 'normal',
  dueAt: null,
  planWeight: 0,
  receivedAt: 0,
  number,
  ...facts,
});
const numbers = (items: QueueItem[]) => items.map(({ number }) => number);

describe('by default: critical, then next due with none last, then receipt', () => {
  const compare = compareInQueue(policyOf('modme').pack.queue);

  test.each<[string, Partial<QueueItem>, Partial<QueueItem>]>([
    ['critical before an earlier due', { severity: 'critical', dueAt: 9 }, { dueAt: 1 }],
    ['critical before high', { severity: 'critical' }, { severity: 'high' }],
    [
      'below critical the due instant decides',
      { severity: 'low', dueAt: 1 },
      { severity: 'high', dueAt: 2 },
    ],
    [
      'something due before nothing due',
      { dueAt: 9, receivedAt: 9 },
      { dueAt: null, receivedAt: 1 },
    ],
    ['equal due: the earlier receipt', { dueAt: 5, receivedAt: 1 }, { dueAt: 5, receivedAt: 2 }],
    ['nothing due for both: the earlier receipt', { receivedAt: 1 }, { receivedAt: 2 }],
    ['a plan weighs nothing here', { receivedAt: 1 }, { receivedAt: 2, planWeight: 9 }],
  ])('%s', (_case, first, second) => {
    expect(compare(item('B-2', first), item('B-1', second))).toBeLessThan(0);
    expect(compare(item('B-1', second), item('B-2', first))).toBeGreaterThan(0);
  });

  test('numbers settle the rest as people count: 9 before 10', () => {
    expect(numbers([item('MOD-10'), item('MOD-9')].sort(compare))).toEqual(['MOD-9', 'MOD-10']);
  });
});

describe('ranked: each severity, then plan, then receipt', () => {
  const compare = compareInQueue({ order: ['severity', 'plan', 'received'], severities: 'ranked' });

  test.each<[string, Partial<QueueItem>, Partial<QueueItem>]>([
    ['high before normal, whatever the plan', { severity: 'high' }, { planWeight: 9 }],
    ['normal before low', { severity: 'normal', receivedAt: 9 }, { severity: 'low' }],
    ['the heavier plan', { planWeight: 2, receivedAt: 9 }, { planWeight: 1 }],
    [
      'equal plan: strictly by receipt',
      { receivedAt: 1, dueAt: null },
      { receivedAt: 2, dueAt: 0 },
    ],
  ])('%s', (_case, first, second) => {
    expect(compare(item('B-2', first), item('B-1', second))).toBeLessThan(0);
    expect(compare(item('B-1', second), item('B-2', first))).toBeGreaterThan(0);
  });

  test('a whole queue', () => {
    const severity = (value: Severity) => ({ severity: value });
    const queue = [
      item('4', severity('low')),
      item('3', { receivedAt: 1 }),
      item('2', { planWeight: 1, receivedAt: 2 }),
      item('1', severity('critical')),
    ];

    expect(numbers(queue.sort(compare))).toEqual(['1', '2', '3', '4']);
  });
});

test('a plan that the pack does not name weighs nothing', () => {
  const { pack } = policyOf('modme');
  const weighted = { ...pack, queue: { ...pack.queue, planWeights: { extended: 2 } } };

  expect(planWeight(weighted, 'extended')).toBe(2);
  expect(planWeight(weighted, 'other')).toBe(0);
  expect(planWeight(weighted, undefined)).toBe(0);
});
