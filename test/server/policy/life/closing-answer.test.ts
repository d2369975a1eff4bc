import { describe, expect, test } from 'vitest';
import { closingAnswer, type AnswerDraft } from '#server/policy/life/closing-answer.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: modme } = policyOf('modme');
const { pack: didox24 } = policyOf('didox24');

describe('answers that close', () => {
  const draft = (kind: string | null, holds: AnswerDraft['holds'] = {}, cause = 'product-error') =>
    closingAnswer(didox24, { cause, kind, holds });

  test.each<[string, string, AnswerDraft['holds']]>([
    ['the version that has it', 'existing-version', { version: '1.6.0' }],
    ['the update that mends it', 'existing-update', { update: 'U-12' }],
    ['the day of the release', 'planned', { date: '2027-Q1' }],
    ['a way round', 'workaround', { workaround: 'KB-7' }],
  ])('an error of the product closes with %s', (_case, kind, holds) => {
    expect(draft(kind, holds)).toEqual({ outcome: 'accepted', clause: '3.2' });
    expect(draft(kind)).toMatchObject({ outcome: 'incomplete', needs: Object.keys(holds)[0] });
  });

  test.each([
    ['no answer named', null],
    ['advice alone', 'consultation'],
  ])('and with nothing else: %s', (_case, kind) => {
    expect(draft(kind)).toEqual({
      outcome: 'other_kind_needed',
      oneOf: ['existing-version', 'existing-update', 'planned', 'workaround'],
      clause: '3.2',
    });
  });

  test('another cause closes with advice, or with no kind at all', () => {
    expect(draft('consultation', {}, 'operator')).toMatchObject({ outcome: 'accepted' });
    expect(draft(null, {}, 'operator')).toMatchObject({ outcome: 'accepted' });
  });

  test('a link has to lead to something', () => {
    expect(draft('resources', {}, 'operator')).toMatchObject({
      outcome: 'incomplete',
      needs: 'article',
    });
    expect(draft('resources', { article: 'KB-1' }, 'operator')).toMatchObject({
      outcome: 'accepted',
    });
  });

  test('a kind that the pack does not name is none', () => {
    expect(draft('poem')).toEqual({ outcome: 'unknown_kind' });
  });

  test('a regulation without a list of answers takes any', () => {
    const none = { ...modme, answers: null };

    expect(closingAnswer(none, { cause: null, kind: null, holds: {} })).toEqual({
      outcome: 'accepted',
      clause: undefined,
    });
  });
});
