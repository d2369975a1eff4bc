import { expect, test } from 'vitest';
import { orderRule } from '#server/policy/life/order-rule.ts';
import type { WorkTerms } from '#server/policy/life/work-terms.ts';
import { policyOf } from '#test/support/policies.ts';

const { hours } = policyOf('jokercrm').pack;
const included = (countsHours: boolean): WorkTerms => ({
  outcome: 'included',
  countsHours,
  clause: '5.2',
});

test.each<[string, WorkTerms, ReturnType<typeof orderRule>]>([
  ['what is for order', { outcome: 'order', clause: '1.1' }, { outcome: 'allowed', clause: '1.1' }],
  [
    'what is refused',
    { outcome: 'refuse', reason: 'custom-development', clause: '3.3' },
    { outcome: 'refused', reason: 'custom-development', clause: '3.3' },
  ],
  ['what uses hours up, in their stead', included(true), { outcome: 'allowed', clause: '5.1' }],
  ['what uses none up', included(false), { outcome: 'not_needed', clause: '5.2' }],
  ['what nothing is said of', { outcome: 'unstated' }, { outcome: 'not_needed', clause: null }],
])('an order for %s', (_case, terms, rule) => {
  expect(orderRule({ hours }, terms)).toEqual(rule);
});

test('hours that go on as overage leave nothing to order', () => {
  const allowing = hours && { ...hours, overage: 'allow' as const };

  expect(orderRule({ hours: allowing }, included(true)).outcome).toBe('not_needed');
});
