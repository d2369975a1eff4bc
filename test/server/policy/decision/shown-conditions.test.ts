import { expect, test } from 'vitest';
import { shownConditions } from '#server/policy/decision/shown-conditions.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('didox24');

test.each<[string, Record<string, string>, string[]]>([
  ['nothing was answered', {}, []],
  ['what holds', { licences: 'valid' }, ['licensed-software held']],
  ['what does not', { licences: 'broken' }, ['licensed-software broken']],
  ['what nobody is sure of', { licences: 'unsure' }, ['licensed-software unknown']],
  ['a question left empty', { licences: '' }, []],
  [
    'two of them',
    { licences: 'valid', portalKind: 'box-closed' },
    ['licensed-software held', 'reachable-portal broken'],
  ],
  ['other questions', { operator: 'other', did: 'valid' }, []],
])('the word of a requester: %s', (_case, answers, shown) => {
  expect(shownConditions(pack, answers).map(({ subject, state }) => `${subject} ${state}`)).toEqual(
    shown,
  );
});

test('a regulation without conditions hears nothing', () => {
  expect(shownConditions(policyOf('modme').pack, { licences: 'valid' })).toEqual([]);
});
