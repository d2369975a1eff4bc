import { describe, expect, test } from 'vitest';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { type StoredTicket, storedQuestion } from '#server/policy/edition/simulate-question.ts';
import { simulationTally } from '#server/policy/edition/simulate-summary.ts';
import { replayTicket } from '#server/policy/simulate.ts';
import { bridgeToMail, contractOnly, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';
import fc from 'fast-check';

const now = Date.parse('2026-12-01T08:00:00Z');

/** What is stored of a question, and what of the requester is on record long after. */
function stored(
  policy: Policy,
  question: Question,
  respondedAt: number | null = null,
): StoredTicket {
  const { proven, category, entitlement } = question.requester;
  return {
    number: 1,
    receivedAt: question.receivedAt,
    arrival: question.arrival,
    category: question.category,
    answered: [...question.answered],
    attachments: question.attachments,
    plan: (proven && entitlement?.plan) || null,
    requesterCategory: category ?? null,
    contract: proven ? entitlement : null,
    decision: decisionOf(policy, question),
    respondedAt,
  };
}

const ask = (policy: Policy, parts: Partial<Question> = {}): Question => ({
  receivedAt: Date.parse('2026-11-24T09:20:00Z'),
  arrival: 'widget',
  category: policy.pack.intake.categories[0]?.id ?? '',
  answered: new Set(policy.fields.keys()),
  attachments: 1,
  requester: { proven: true, entitlement: {} },
  ...parts,
});

const sample = policyWith({});
const fourHours = policyWith({
  clocks: {
    firstResponse: { kind: 'fixed', target: { value: 4, unit: 'businessHour' }, clause: '9' },
  },
  cases: samplePack().cases.slice(0, 1),
});

describe('what a stored ticket was decided by', () => {
  test.each(packFiles.map((file) => file.split('.')[0] ?? ''))(
    '%s: any ticket, replayed under its own edition, is decided as it is stored',
    (vendor) => {
      const policy = policyOf(vendor);
      fc.assert(
        fc.property(anyQuestion(policy), (question) => {
          const ticket = stored(policy, question);
          const replayed = replayTicket({ next: policy, own: () => policy, now }, ticket);

          expect(replayed.changes).toEqual([]);
          expect(replayed.certain).toBe(true);
          expect(replayed.late.before).toBe(replayed.late.after);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('a term that a contract set stays, whatever the contract says today', () => {
    const policy = policyWith(contractOnly);
    const term = { value: 2, unit: 'businessDay' } as const;
    const entitlement = { validUntil: '2027-01-01', firstResponse: term };
    const ticket = stored(policy, ask(policy, { requester: { proven: true, entitlement } }));
    const renewed = {
      ...ticket,
      contract: { firstResponse: { value: 9, unit: 'businessDay' } },
    } as const;

    expect(storedQuestion(renewed, policy).requester.entitlement).toMatchObject({
      firstResponse: term,
      validUntil: '2027-01-01',
    });
  });

  test('a requester nobody vouched for has no contract, whatever is on record today', () => {
    const ticket = stored(sample, ask(sample, { requester: { proven: false, entitlement: null } }));
    const since = { ...ticket, contract: { plan: 'standard' }, requesterCategory: 'user' };

    expect(storedQuestion(since, sample).requester).toEqual({ proven: false, entitlement: null });
  });
});

describe('what another edition would have said', () => {
  const replay = (next: Policy, ticket: StoredTicket) =>
    replayTicket({ next, own: () => sample, now }, ticket);

  test('an answer that was in time is late by a shorter term', () => {
    // received Tuesday 14:20 in Tashkent: 4 hours end at 18:20, one day on Wednesday 14:20
    const answeredAt = Date.parse('2026-11-24T13:30:00Z');
    const { late, changes } = replay(fourHours, stored(sample, ask(sample), answeredAt));

    expect(late).toEqual({ before: false, after: true });
    expect(changes).toEqual([
      {
        aspect: 'term',
        from: { dueAt: Date.parse('2026-11-25T09:20:00Z'), unstated: null },
        to: { dueAt: Date.parse('2026-11-24T13:20:00Z'), unstated: null },
      },
    ]);
  });

  test('an answer that is still awaited is late by now', () => {
    expect(replay(fourHours, stored(sample, ask(sample))).late).toEqual({
      before: true,
      after: true,
    });
  });

  test('a ticket whose category is gone is not decided at all', () => {
    const categories = new Map([...sample.categories].filter(([id]) => id !== 'error'));
    const { changes, late } = replay({ ...sample, categories }, stored(sample, ask(sample)));

    expect(changes).toEqual([{ aspect: 'category', from: true, to: false }]);
    expect(late).toEqual({ before: true, after: false });
  });

  test('an edition that waits for its channel promises nothing before', () => {
    const { changes } = replay(policyWith(bridgeToMail), stored(sample, ask(sample)));

    expect(changes.find(({ aspect }) => aspect === 'term')?.to).toEqual({
      dueAt: null,
      unstated: 'awaiting_channel',
    });
    expect(changes.find(({ aspect }) => aspect === 'route')).toMatchObject({
      from: 'official',
      to: 'bridge',
    });
  });

  test('without its own edition a ticket is replayed, and uncertain', () => {
    const ticket = stored(sample, ask(sample));
    const replayed = replayTicket({ next: sample, own: () => undefined, now }, ticket);

    expect(replayed).toMatchObject({ changes: [], certain: false, late: { before: true } });
  });
});

test('a tally counts each way once, and keeps no more examples than asked for', () => {
  const tally = simulationTally(1);
  const terms = { next: fourHours, own: () => sample, now };
  const late = Date.parse('2026-11-24T13:30:00Z');
  tally.add(replayTicket(terms, stored(sample, ask(sample), late)));
  tally.add(replayTicket(terms, stored(sample, ask(sample), late)));
  tally.add(replayTicket({ ...terms, next: sample }, stored(sample, ask(sample), late)));
  const summary = tally.summary();

  expect(summary).toMatchObject({
    tickets: 3,
    changed: 2,
    byAspect: { term: 2 },
    terms: { earlier: 2, later: 0, gained: 0, lost: 0, reason: 0 },
    late: { before: 0, after: 2, only: { before: 0, after: 2 } },
    uncertain: 0,
  });
  expect(summary.examples).toHaveLength(1);
});
