import { describe, expect, test } from 'vitest';
import { pricesOf } from '#server/policy/decision/prices.ts';
import { chatBinding, planOf, planStanding } from '#server/policy/decision/plans.ts';
import { categoryTerms, workTerms } from '#server/policy/life/work-terms.ts';
import { readPack } from '#server/policy/packs.ts';
import { policyOf, readPackFile, packFiles } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const { pack } = policy;
const client = (plan?: string, proven = true) => ({
  proven,
  entitlement: plan === undefined ? {} : { plan },
});
const own = planOf(pack, 'extended')?.items.map(({ id }) => id) ?? [];

describe('E3: a plan holds its own items first, then those of the plan below', () => {
  test('what it states itself is not taken over', () => {
    const extended = planOf(pack, 'extended');
    const of = (id: string) => extended?.items.filter((item) => item.id === id);

    expect(of('update')).toMatchObject([{ terms: 'order_for_exclusive', clause: '5.2' }]);
    expect(of('errors')).toMatchObject([{ terms: 'included', clause: '5.1' }]);
    expect(new Set(own).size).toBe(own.length);
  });

  test('a plan the pack does not name is none', () => {
    expect(planOf(pack, 'golden')).toBeUndefined();
    expect(planOf(pack, undefined)).toBeUndefined();
  });

  test('plans that extend each other do not go round for ever', () => {
    const round = pack.plans.map((plan) => ({ ...plan, extends: 'extended' }));

    expect(planOf({ ...pack, plans: round }, 'service')?.items.length).toBeGreaterThan(5);
  });
});

describe('what each plan holds', () => {
  test.each([
    ['S4.5.1.3 POL: advice', 'service', 'consulting', '5.1'],
    ['S4.5.1.4 POL: updates', 'service', 'update', '5.1'],
    ['S4.5.1.5 POL: upkeep', 'service', 'upkeep', '5.1'],
    ['S4.5.2.6 POL: advice', 'extended', 'consulting', '5.2'],
    ['S4.5.2.7 POL: updates of the standard edition', 'extended', 'update', '5.2'],
    ['S4.5.2.8 POL: upkeep', 'extended', 'upkeep', '5.2'],
    ['S4.5.2.10 POL: the ad database of the region', 'extended', 'regional-database', '5.2'],
  ])('%s is included and uses hours up', (_case, plan, item, clause) => {
    expect(workTerms(pack, { item, plan })).toEqual({
      outcome: 'included',
      countsHours: true,
      clause,
    });
  });

  test.each([
    ['S4.5.1.3 POL: advice', 'consulting'],
    ['S4.5.1.4 POL: updates', 'update'],
    ['S4.5.1.5 POL: upkeep', 'upkeep'],
    ['S4.5.2.10 POL: the ad database of the region', 'regional-database'],
  ])('%s needs an order without a plan', (_case, item) => {
    expect(workTerms(pack, { item })).toEqual({ outcome: 'order', clause: '1.1' });
  });

  test('S4.5.2.10 POL: the smaller plan does not hold the ad database, and it is a task of each month', () => {
    const item = planOf(pack, 'extended')?.items.find(({ id }) => id === 'regional-database');

    expect(item?.recurring).toBe(true);
    expect(workTerms(pack, { item: 'regional-database', plan: 'service' }).outcome).toBe('order');
  });

  test('S4.5.2.7 POL: the update of an exclusive edition is an order, with the larger plan only', () => {
    const update = { item: 'update', exclusive: true };

    expect(workTerms(pack, { ...update, plan: 'extended' })).toEqual({
      outcome: 'order',
      clause: '5.2',
    });
    expect(workTerms(pack, { ...update, plan: 'service' }).outcome).toBe('included');
  });

  test.each([
    ['free by default', 'free', false],
    ['counted where the vendor says so', 'counted', true],
  ] as const)(
    "S4.5.1.6 POL: hours of the vendor's own error are %s",
    (_case, ownErrors, counts) => {
      const { hours } = pack;
      const varied = { ...pack, hours: hours && { ...hours, ownErrors } };
      const fix = { item: 'errors', plan: 'service' };

      expect(workTerms(varied, { ...fix, ownError: true })).toEqual({
        outcome: 'included',
        countsHours: counts,
        clause: '5.1',
      });
      expect(workTerms(varied, fix)).toMatchObject({ countsHours: true });
    },
  );

  test('S4.5.1.6 POL: the pack leaves its own errors free', () => {
    expect(workTerms(pack, { item: 'errors', plan: 'service', ownError: true })).toMatchObject({
      outcome: 'included',
      countsHours: false,
    });
  });
});

describe('S4.1.1.2 POL: what the catalogue does not hold takes an order', () => {
  test.each([
    ['on the list, for everybody', 'settings', undefined, { outcome: 'included', clause: '3.1' }],
    ['not on the list', 'site-design', undefined, { outcome: 'order', clause: '1.1' }],
    ['not on the list of a plan', 'site-design', 'extended', { outcome: 'order', clause: '1.1' }],
    ['a change of the software', 'modification', 'service', { outcome: 'order', clause: '5.1' }],
  ])('%s', (_case, item, plan, terms) => {
    expect(workTerms(pack, { item, plan })).toMatchObject(terms);
  });

  test('a text may refuse the rest, or say nothing of it', () => {
    const onlyListed = { otherwise: 'refuse', clause: '1.1' } as const;
    const ruled = (rule: typeof onlyListed | null) => ({
      ...pack,
      scope: { ...pack.scope, onlyListed: rule },
    });

    expect(workTerms(ruled(onlyListed), { item: 'site-design' })).toEqual({
      outcome: 'refuse',
      clause: '1.1',
    });
    expect(workTerms(ruled(null), { item: 'site-design' })).toEqual({ outcome: 'unstated' });
  });
});

describe('S4.3.3.2 POL: development to order', () => {
  test.each([
    ['rented, no plan of support', client(), { outcome: 'refuse', clause: '3.3' }],
    ['a plan that nobody vouches for', client('service', false), { outcome: 'refuse' }],
    ['bought, the smaller plan', client('service'), { outcome: 'order', clause: '5.1' }],
    ['bought, the larger plan', client('extended'), { outcome: 'order', clause: '5.2' }],
  ])('%s', (_case, requester, terms) => {
    expect(categoryTerms(policy, 'custom-development', requester)).toMatchObject(terms);
  });

  test('what nobody excludes is support', () => {
    expect(categoryTerms(policy, 'settings', client())).toMatchObject({ outcome: 'included' });
  });

  test('an author hears of an item that the plan does not hold', () => {
    const file = readPackFile(packFiles.find((name) => name.startsWith('jokercrm')) ?? '');
    const wrong = JSON.parse(
      JSON.stringify(file).replaceAll('"item":"modification"', '"item":"x"'),
    );

    expect(readPack(wrong)).toMatchObject({
      ok: false,
      failure: [{ code: 'name.unknown' }, { code: 'name.unknown' }],
    });
  });
});

describe('S4.1.3.2 POL: how a customer is served', () => {
  test('a bought copy without a plan is offered the plans', () => {
    const standing = planStanding(pack, 'box', {});

    expect(standing).toMatchObject({
      kind: 'offer_plans',
      plans: [{ id: 'service' }, { id: 'extended' }],
      clause: '1.3',
    });
  });

  test('a bought copy with a plan has its hours', () => {
    expect(planStanding(pack, 'box', { plan: 'extended' })).toMatchObject({
      kind: 'plan',
      plan: { hoursPerMonth: 9 },
    });
  });

  test('a rented one needs no plan', () => {
    expect(planStanding(pack, 'rental', { plan: 'service' })).toEqual({ kind: 'no_plan_needed' });
  });
});

test.each([
  ['the first chat of the smaller plan', 'service', 0, { outcome: 'allowed' }],
  ['its second', 'service', 1, { outcome: 'refused', most: 1, upgradeTo: 'extended' }],
  ['the third of the larger plan', 'extended', 2, { outcome: 'allowed' }],
  ['its fourth', 'extended', 3, { outcome: 'refused', most: 3, upgradeTo: undefined }],
  ['a plan that limits none', 'golden', 9, { outcome: 'allowed' }],
])('working chats: %s', (_case, plan, bound, binding) => {
  expect(chatBinding(pack, plan, bound)).toMatchObject(binding);
});

describe('prices', () => {
  const priced = (id: string) => {
    const plan = planOf(pack, id);
    return plan ? pricesOf(plan) : null;
  };

  test('S4.5.1.8 POL: 3 500 a month, 42 000 a year, which is twelve months, without VAT', () => {
    expect(priced('service')).toEqual({
      currency: 'RUB',
      month: 3500,
      year: 42_000,
      vat: 'none',
      twelveMonths: 42_000,
      yearIsTwelveMonths: true,
      discount: null,
      clause: '5.1',
    });
  });

  test('E1: the discount of the larger plan stands beside its list price until the vendor says which', () => {
    expect(priced('extended')).toMatchObject({
      year: 126_000,
      yearIsTwelveMonths: true,
      discount: { percent: 20, exampleYear: 100_800, vendorToConfirm: true, clause: '5.2' },
    });
  });

  test('a stated discount is not doubted', () => {
    const prices = {
      currency: 'RUB',
      month: 10,
      year: 96,
      vat: 'none' as const,
      yearDiscount: { percent: 20, applies: 'inside' as const, clause: '1' },
      clause: '1',
    };

    expect(pricesOf({ prices })).toMatchObject({
      twelveMonths: 120,
      yearIsTwelveMonths: false,
      discount: { exampleYear: 96, vendorToConfirm: false },
    });
  });

  test('a plan without a price has none', () => {
    expect(pricesOf({})).toBeNull();
  });
});
