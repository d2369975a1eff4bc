import { describe, expect, test } from 'vitest';
import { decide } from '#server/policy/decide.ts';
import { diagnosisLimit } from '#server/policy/life/diagnosis-limit.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const moidokumenty = policyOf('moidokumenty');
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const asked = (policy: typeof modme, change: Partial<Question> = {}): Question => ({
  receivedAt: uzt('2026-11-17 12:00'),
  arrival: 'channel',
  category: 'error',
  answered: new Set(policy.fields.keys()),
  attachments: 1,
  requester: { proven: true, entitlement: {} },
  ...change,
});

describe('S0.10.1 POL: the cause is looked for within the first response', () => {
  test('it has the limit of the first response', () => {
    const { firstResponse } = decide(modme, asked(modme));

    expect(diagnosisLimit(modme.pack, firstResponse)).toEqual({
      dueAt: uzt('2026-11-18 12:00'),
      clause: '10',
    });
  });

  test('without a promise there is no instant for it either', () => {
    const lapsed = asked(modme, {
      requester: { proven: true, entitlement: { validUntil: '2026-11-01' } },
    });

    expect(diagnosisLimit(modme.pack, decide(modme, lapsed).firstResponse)).toMatchObject({
      dueAt: null,
    });
  });

  test('other regulations set no such limit', () => {
    expect(diagnosisLimit(moidokumenty.pack, { dueAt: 1, clause: '2.1' })).toBeNull();
  });
});
