import { outcomes } from '#shared/vocabulary.ts';
import { describe, expect, test } from 'vitest';
import { autoCloseOf, laterReply, type Silence } from '#server/policy/life/auto-close.ts';
import { outcomeCounts } from '#server/policy/life/outcome.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('moidokumenty');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const thursday = msk('2026-11-19 15:00');
const silence = (facts: Partial<Silence> = {}): Silence => ({
  waitingFor: 'no_confirmation',
  lastAgentMessageAt: thursday,
  lastRequesterMessageAt: null,
  remindedAt: msk('2026-11-20 15:00'),
  ...facts,
});
type Rule = NonNullable<Policy['pack']['autoClose']>;
const ruled = (change: Partial<Rule>): Policy => {
  const { autoClose } = policy.pack;
  return {
    ...policy,
    pack: { ...policy.pack, autoClose: autoClose && { ...autoClose, ...change } },
  };
};
const at = (now: string, facts: Partial<Silence> = {}, of = policy) =>
  autoCloseOf(of, silence(facts), msk(now));

describe('asked on Thursday 15:00, two working days, read to the end of the day', () => {
  test.each([
    ['the same evening', '2026-11-19 18:00', 'waiting'],
    ['Friday after closing', '2026-11-20 19:00', 'waiting'],
    ['over the weekend', '2026-11-22 12:00', 'waiting'],
    ['Monday at the hour of the question', '2026-11-23 15:00', 'waiting'],
    ['a millisecond before closing', '2026-11-23 17:59:59.999', 'waiting'],
    ['S2.2.5.3 POL: Monday at closing', '2026-11-23 18:00', 'eligible'],
  ])('%s', (_case, now, state) => {
    expect(at(now)).toMatchObject({ state });
  });

  test('S2.2.5.3 POL: it ends as no answer, put before an agent, by the clause', () => {
    expect(at('2026-11-23 18:00')).toEqual({
      state: 'eligible',
      mode: 'suggest',
      reason: 'no_confirmation',
      outcome: 'no_answer',
      clause: '2.5',
    });
  });

  test('a question for information has a reason of its own', () => {
    expect(at('2026-11-23 18:00', { waitingFor: 'no_information' })).toMatchObject({
      reason: 'no_information',
    });
  });

  test('over the New Year holidays it waits for working days', () => {
    const asked = { lastAgentMessageAt: msk('2026-12-30 12:00') };

    expect(at('2027-01-11 23:00', asked)).toMatchObject({
      state: 'waiting',
      eligibleAt: msk('2027-01-12 18:00'),
    });
  });

  test('the elapsed reading ends on Monday 15:00', () => {
    const elapsed = ruled({ reading: 'sameClockRoll' });

    expect(at('2026-11-23 14:59', {}, elapsed)).toMatchObject({ state: 'waiting' });
    expect(at('2026-11-23 15:00', {}, elapsed)).toMatchObject({ state: 'eligible' });
  });
});

describe('the reminder', () => {
  test('comes after a working day, in working time', () => {
    expect(at('2026-11-20 14:59', { remindedAt: null })).toEqual({
      state: 'waiting',
      remindAt: msk('2026-11-20 15:00'),
      eligibleAt: msk('2026-11-23 18:00'),
    });
    expect(at('2026-11-20 15:00', { remindedAt: null })).toMatchObject({ state: 'remind' });
  });

  test('nothing is closed before it has gone out', () => {
    expect(at('2026-11-30 12:00', { remindedAt: null })).toMatchObject({ state: 'remind' });
    expect(at('2026-11-30 12:00')).toMatchObject({ state: 'eligible' });
  });

  test('one that came late leaves as long as one in time: a reminder of Tuesday noon, on Wednesday 15:00', () => {
    const late = { remindedAt: msk('2026-11-24 12:00') };

    expect(at('2026-11-25 14:59', late)).toMatchObject({
      state: 'waiting',
      eligibleAt: msk('2026-11-25 15:00'),
    });
    expect(at('2026-11-25 15:00', late)).toMatchObject({ state: 'eligible' });
  });

  test('a pack without one closes without', () => {
    const none = ruled({ reminderAt: null });

    expect(at('2026-11-23 18:00', { remindedAt: null }, none)).toMatchObject({ state: 'eligible' });
  });
});

describe('what ends it', () => {
  test('an answer of the requester', () => {
    const answered = { lastRequesterMessageAt: msk('2026-11-23 17:59') };

    expect(at('2026-11-24 12:00', answered)).toEqual({ state: 'never', why: 'answered' });
  });

  test('an earlier message of theirs does not', () => {
    const before = { lastRequesterMessageAt: msk('2026-11-19 14:59') };

    expect(at('2026-11-23 18:00', before)).toMatchObject({ state: 'eligible' });
  });

  test('a rule that closes by itself says so', () => {
    expect(at('2026-11-23 18:00', {}, ruled({ mode: 'auto' }))).toMatchObject({ mode: 'auto' });
  });

  test('a rule that names only one kind of silence closes nothing for the other', () => {
    const { reasons } = policy.pack.autoClose ?? { reasons: [] };
    const one = ruled({ reasons: reasons.filter(({ id }) => id === 'no_information') });

    expect(at('2026-11-30 12:00', {}, one)).toEqual({ state: 'never', why: 'other_reason' });
  });

  test.each(['modme', 'didox24', 'technokad', 'jokercrm'])('D4: %s closes nothing', (vendor) => {
    const other = policyOf(vendor);

    expect(at('2027-06-01 12:00', {}, other)).toEqual({ state: 'never', why: 'no_rule' });
    expect(laterReply(other.pack)).toBeNull();
  });

  test('without hours nobody can say when', () => {
    const noHours = { ...policyOf('didox24'), pack: { ...policy.pack } };

    expect(at('2027-06-01 12:00', {}, noHours)).toMatchObject({
      state: 'unstated',
      end: { reason: 'hours_not_stated' },
    });
  });
});

describe('S2.2.5.3 POL: what ended in silence is not solved', () => {
  test('neither counted nor asked about', () => {
    expect(at('2026-11-23 18:00')).toMatchObject({ outcome: 'no_answer', clause: '2.5' });
    expect(outcomeCounts('no_answer')).toEqual({
      solved: false,
      surveyed: false,
      followedUp: false,
    });
  });

  test('a solution alone is', () => {
    expect(outcomes.filter((outcome) => outcomeCounts(outcome).solved)).toEqual(['solved']);
    expect(outcomes.filter((outcome) => outcomeCounts(outcome).surveyed)).toEqual(['solved']);
  });

  test.each(['reopen', 'new_linked_ticket'] as const)('a later reply: %s', (act) => {
    expect(laterReply(ruled({ laterReply: act }).pack)).toEqual({ act, clause: '2.5' });
  });

  test('the pack lets it open the ticket again', () => {
    expect(laterReply(policy.pack)?.act).toBe('reopen');
  });
});
