import { describe, expect, test } from 'vitest';
import { followUpOf, followUpStep, type FollowUpAnswer } from '#server/policy/life/follow-up.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const technokad = policyOf('technokad');
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const resolvedAt = uzt('2026-11-20 18:30');
type FollowUpRule = NonNullable<Policy['pack']['followUp']>;
const followed = (change: Partial<FollowUpRule>): Policy => {
  const { followUp } = modme.pack;
  return { ...modme, pack: { ...modme.pack, followUp: followUp && { ...followUp, ...change } } };
};

describe('D3: the contact after a resolution', () => {
  test('the regulation promises one without a term, and asks two things', () => {
    expect(followUpOf(modme, { resolvedAt, outcome: 'solved' })).toEqual({
      by: 'auto_then_agent',
      due: { kind: 'unstated', reason: 'term_not_stated' },
      confirms: '12',
      feedback: '12',
      clause: '12',
    });
  });

  test('a term is a promise, so it is read early', () => {
    const within = { value: 1, unit: 'businessDay' as const };

    expect(followUpOf(followed({ within }), { resolvedAt, outcome: 'solved' })?.due).toEqual({
      kind: 'ends',
      at: uzt('2026-11-21 18:30'),
      estimated: false,
    });
  });

  test.each(['no_answer', 'refused', 'merged', 'spam'] as const)('none for %s', (outcome) => {
    expect(followUpOf(modme, { resolvedAt, outcome })).toBeNull();
  });

  test('none where the regulation promises none', () => {
    expect(followUpOf(policyOf('jokercrm'), { resolvedAt, outcome: 'solved' })).toBeNull();
    expect(followUpStep(policyOf('jokercrm').pack, null)).toBeNull();
  });

  test.each<[string, FollowUpRule['by'], FollowUpAnswer | null, string]>([
    ['«no» opens the same ticket again', 'auto_then_agent', { solved: false, score: 5 }, 'reopen'],
    ['«yes»', 'auto_then_agent', { solved: true, score: 4 }, 'done'],
    ['three of five brings a person', 'auto_then_agent', { score: 3 }, 'agent_contacts'],
    ['four does not', 'auto_then_agent', { score: 4 }, 'done'],
    ['no answer brings a person', 'auto_then_agent', null, 'agent_contacts'],
    ['by itself alone', 'auto', null, 'done'],
    ['whatever the score', 'auto', { score: 1 }, 'done'],
    ['a person from the start', 'agent', null, 'agent_contacts'],
    ['who has heard the answer', 'agent', { solved: true }, 'done'],
  ])('%s', (_case, by, answer, act) => {
    expect(followUpStep(followed({ by }).pack, answer)).toMatchObject({ act, clause: '12' });
  });

  test('where nothing is confirmed, «no» opens nothing', () => {
    expect(followUpStep(technokad.pack, { solved: false })).toMatchObject({ act: 'done' });
  });
});
