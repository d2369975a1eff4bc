import { describe, expect, test } from 'vitest';
import { developmentPriority } from '#server/policy/life/development-priority.ts';
import { planTasksOf } from '#server/policy/life/plan-tasks.ts';
import { ticketWorkTerms } from '#server/policy/life/ticket-work.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const client = (plan?: string) => ({ proven: true, entitlement: { plan } });
const msk = (local: string) => Date.parse(`${local}T00:00+03:00`);

describe('on what terms somebody works on a ticket', () => {
  test.each([
    ['what the category is about', 'settings', undefined, 'service', 'included', '3.1'],
    ['an item of the plan', 'settings', 'consulting', 'service', 'included', '5.1'],
    ['an item of the larger plan alone', 'settings', 'developer-advice', 'service', 'order', '1.1'],
    ['held by the larger plan', 'settings', 'developer-advice', 'extended', 'included', '5.2'],
    ['what no list holds', 'settings', 'site-design', 'service', 'order', '1.1'],
    ['what no list holds, rented', 'settings', 'site-design', undefined, 'order', '1.1'],
    ['help within a refused matter', 'configure', 'settings', undefined, 'included', '3.1'],
  ])('%s', (_case, category, item, plan, outcome, clause) => {
    expect(ticketWorkTerms(policy, { category, item }, client(plan))).toMatchObject({
      outcome,
      clause,
    });
  });

  test.each([
    ['under its own name', 'custom-development', undefined],
    ['as an item of the plans', 'custom-development', 'modification'],
    ['as something new', 'custom-development', 'site-design'],
    ['in another request', 'settings', 'modification'],
  ])('nothing is developed to order on a rented copy: %s', (_case, category, item) => {
    expect(ticketWorkTerms(policy, { category, item }, client())).toEqual({
      outcome: 'refuse',
      reason: 'custom-development',
      clause: '3.3',
    });
  });

  test('a plan that nobody vouches for opens nothing', () => {
    const requester = { proven: false, entitlement: { plan: 'service' } };
    const work = { category: 'custom-development', item: 'modification' };

    expect(ticketWorkTerms(policy, work, requester).outcome).toBe('refuse');
  });

  test('an update of an exclusive edition is an order', () => {
    const work = { category: 'settings', item: 'update', exclusive: true };

    expect(ticketWorkTerms(policy, work, client('extended')).outcome).toBe('order');
  });
});

describe('whose work goes first at developers', () => {
  test.each([
    ['the larger plan', 'extended', { item: 'priority-development', clause: '5.2' }],
    ['the smaller one', 'service', null],
    ['no plan', undefined, null],
  ])('%s', (_case, plan, first) => {
    expect(developmentPriority(policy.pack, plan)).toEqual(first);
  });
});

describe('tasks of every month', () => {
  test('the ad database of the larger plan, due when the month of Moscow ends', () => {
    expect(planTasksOf(policy, 'extended', msk('2026-11-30'), 1)).toEqual([
      {
        item: 'regional-database',
        month: { from: msk('2026-11-01'), until: msk('2026-12-01') },
        clause: '5.2',
      },
    ]);
    expect(planTasksOf(policy, 'service', msk('2026-11-30'), 1)).toEqual([]);
    expect(planTasksOf(policy, undefined, msk('2026-11-30'), 1)).toEqual([]);
  });

  test('by months of the contract where its hours are', () => {
    const { hours } = policy.pack;
    const byContract = {
      ...policy,
      pack: { ...policy.pack, hours: hours && { ...hours, month: 'contract' as const } },
    };

    expect(planTasksOf(byContract, 'extended', msk('2026-11-10'), 15)[0]?.month.from).toBe(
      msk('2026-10-15'),
    );
  });
});
