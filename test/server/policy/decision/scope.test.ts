import { describe, expect, test } from 'vitest';
import { readPack } from '#server/policy/packs.ts';
import { scopeOf } from '#server/policy/decision/scope.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { policyWith, samplePack } from '#test/support/pack-variants.ts';

const sample = samplePack();
const categoryWith = (id: string, sections: object) => ({
  ...sample.intake,
  categories: sample.intake.categories.map((category) =>
    category.id === id ? { ...category, ...sections } : category,
  ),
});
const inBy = [{ plan: 'premium', clause: '4' }];
const policy = policyWith({ intake: categoryWith('training', { inBy }) });
const person = (plan: string | undefined, proven = true) => ({
  proven,
  entitlement: plan === undefined ? null : { plan },
});

describe('D8: what is excluded in general may belong to a plan', () => {
  test.each([
    ['the plan that takes it in', person('premium'), { state: 'in', clause: '4' }],
    ['another plan', person('standard'), { state: 'out', clause: '5', reason: 'training' }],
    ['no plan', person(undefined), { state: 'out', clause: '5', reason: 'training' }],
    [
      'a plan that nobody vouches for',
      person('premium', false),
      { state: 'out', clause: '5', reason: 'training' },
    ],
  ])('%s', (_case, requester, scope) => {
    expect(scopeOf(policy, 'training', requester)).toEqual(scope);
  });

  test('the widget says to each requester what holds for them', () => {
    const shown = (plan: string) =>
      widgetView(policy, {
        locale: 'en',
        now: Date.parse('2026-11-24T06:00:00Z'),
        requester: { ...person(plan), provenBy: 'modme.uz', known: {} },
        limits: { attachments: 10, attachmentBytes: 10_000_000 },
      }).categories.find(({ id }) => id === 'training');

    expect(shown('premium')).toMatchObject({ scope: 'in', clause: '4' });
    expect(shown('premium')).not.toHaveProperty('notice');
    expect(shown('standard')).toMatchObject({ scope: 'out', clause: '5' });
    expect(shown('standard')).toHaveProperty('notice');
  });

  test('an author hears that a plan cannot take in what nobody excludes', () => {
    const index = sample.intake.categories.findIndex(({ id }) => id === 'error');
    const read = readPack({ ...sample, intake: categoryWith('error', { inBy }) });

    expect(read).toMatchObject({
      ok: false,
      failure: [{ at: `/intake/categories/${index}/inBy` }],
    });
  });

  test('and that the clause of a plan needs a sentence', () => {
    const unknown = [{ plan: 'premium', clause: '99' }];
    const read = readPack({ ...sample, intake: categoryWith('training', { inBy: unknown }) });

    expect(read.ok).toBe(false);
  });
});
