import { describe, expect, test } from 'vitest';
import { appealOf } from '#server/policy/life/appeal.ts';
import { followUpOf, followUpStep, type FollowUpAnswer } from '#server/policy/life/follow-up.ts';
import { missingFields } from '#server/policy/decision/intake.ts';
import type { Policy } from '#server/policy/packs.ts';
import { reopenOf } from '#server/policy/life/reopen.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const technokad = policyOf('technokad');
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
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

describe('S3.6.1.1 POL: a complete request that was closed too early opens again', () => {
  const closed = msk('2026-11-20 12:00');
  const missing = (answered: readonly string[], attachments: number) => {
    const { required, asked } = missingFields(
      technokad.pack,
      { category: 'error', answered: new Set(answered), attachments },
      undefined,
    );
    return [...required, ...asked];
  };
  const all = [...technokad.fields.keys()];
  const reopen = (lacking: ReturnType<typeof missing>, now = msk('2026-11-23 12:00')) =>
    reopenOf(technokad, { resolvedAt: closed, now, missing: lacking });

  test('complete', () => {
    expect(reopen(missing(all, 1))).toEqual({ outcome: 'reopen', clause: '6' });
  });

  test('incomplete: it is asked for the rest, which is no dead end', () => {
    const lacking = missing(
      all.filter((id) => id !== 'did'),
      1,
    );

    expect(reopen(lacking)).toEqual({
      outcome: 'complete_first',
      missing: [{ field: 'did', clause: '3.4' }],
      clause: '6',
    });
  });

  test.each([
    ['the last millisecond of the thirtieth day in Moscow', '2026-12-20 23:59:59.999', 'reopen'],
    ['the day after', '2026-12-21 00:00', 'new_linked_ticket'],
  ])('%s', (_case, now, outcome) => {
    expect(reopen([], msk(now))).toMatchObject({ outcome });
  });

  test('after its days an incomplete one is a new ticket too', () => {
    expect(reopen(missing([], 0), msk('2027-03-01 12:00'))).toMatchObject({
      outcome: 'new_linked_ticket',
    });
  });
});

test.each([
  ['any condition', { condition: 'any' as const }, 'reopen'],
  ['no limit', { withinDays: null }, 'complete_first'],
  ['a text that refuses', { withinDays: 1, after: 'refuse' as const }, 'refuse'],
])('C8: %s', (_case, change, outcome) => {
  const reopen = { ...technokad.pack.reopen, ...change };
  const policy = { ...technokad, pack: { ...technokad.pack, reopen } };
  const late = {
    resolvedAt: msk('2026-11-20 12:00'),
    now: msk('2026-11-25 12:00'),
    missing: [{ field: 'did', clause: '3.4' }],
  };

  expect(reopenOf(policy, late)).toMatchObject({ outcome });
});

describe('who hears a complaint', () => {
  const friday = msk('2026-11-20 17:00');

  test('the head of the department, by letter, as a role, at any time and without a term', () => {
    expect(appealOf(technokad, friday)).toMatchObject({
      to: { id: 'support-head' },
      channel: 'mail',
      due: { kind: 'unstated', reason: 'term_not_stated' },
      clause: '6',
    });
  });

  test('a term that the vendor sets has a clock of its own', () => {
    const { appeal } = technokad.pack;
    const within = { value: 4, unit: 'businessHour' as const };
    const timed = { ...technokad.pack, appeal: appeal && { ...appeal, within } };

    expect(appealOf({ ...technokad, pack: timed }, friday)?.due).toMatchObject({
      at: msk('2026-11-23 07:00'),
    });
  });

  test.each(['modme', 'didox24', 'moidokumenty', 'jokercrm'])('%s names nobody', (vendor) => {
    expect(appealOf(policyOf(vendor), friday)).toBeNull();
  });
});
