import { describe, expect, test } from 'vitest';
import { decide } from '#server/policy/decide.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const didox24 = policyOf('didox24');
const technokad = policyOf('technokad');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
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

describe('A1: a working day that counts as hours', () => {
  const promised = (hoursPerDay: number) =>
    decisionOf(
      policyWith({
        clocks: {
          firstResponse: {
            kind: 'fixed',
            target: { value: 1, unit: 'businessDay' },
            reading: 'businessHours',
            hoursPerDay,
            clause: '9',
          },
        },
      }),
      asked(modme, { receivedAt: uzt('2026-11-17 20:00') }),
    ).firstResponse;

  test.each([
    ['nine hours are the whole of Wednesday', 9, '2026-11-18 19:00'],
    ['eight end before it', 8, '2026-11-18 18:00'],
    ['ten need an hour of Thursday', 10, '2026-11-19 11:00'],
  ])('S0.9.1 POL: received on Tuesday night, %s', (_case, hoursPerDay, due) => {
    expect(promised(hoursPerDay)).toMatchObject({
      dueAt: new Date(uzt(due)).toISOString(),
      reading: 'businessHours',
      hoursPerDay,
    });
  });
});

describe('S3.2.2.1 POL: the level sets the term', () => {
  const tiers = {
    ...technokad,
    pack: {
      ...technokad.pack,
      levels: [
        { id: 'basic', firstResponse: { value: 8, unit: 'businessHour' as const } },
        { id: 'premium', firstResponse: { value: 2, unit: 'businessHour' as const } },
        { id: 'agreed', firstResponse: null },
      ].map((level) => ({ ...level, name: technokad.pack.name, clause: '2.2' })),
    },
  };
  const dueFor = (entitlement: object) =>
    decide(
      tiers,
      asked(tiers, {
        receivedAt: msk('2026-11-24 10:00'),
        requester: { proven: true, entitlement },
      }),
    ).firstResponse;

  test.each([
    ['two levels give two instants: the lower', { level: 'basic' }, '2026-11-24 18:00'],
    ['the higher', { level: 'premium' }, '2026-11-24 12:00'],
    [
      "the agreement's own term goes first",
      { level: 'basic', firstResponse: { value: 1, unit: 'businessHour' } },
      '2026-11-24 11:00',
    ],
  ])('%s', (_case, facts, at) => {
    expect(dueFor(facts).dueAt).toBe(msk(at));
  });

  test.each([
    ['a level without a value', { level: 'agreed' }],
    ['a level nobody knows', { level: 'golden' }],
    ['no level', {}],
  ])('%s has no term', (_case, facts) => {
    expect(dueFor(facts)).toMatchObject({ dueAt: null, unstated: 'level_unknown', clause: '2.2' });
  });
});

test('S1.1.8 POL: the reaction is counted from the request, by the term of the contract', () => {
  const hours = modme.desk;
  const withHours = { ...didox24, desk: hours };
  const question = asked(withHours, {
    requester: {
      proven: true,
      entitlement: { firstResponse: { value: 4, unit: 'businessHour' } },
    },
  });

  expect(decide(withHours, question).firstResponse).toMatchObject({
    dueAt: uzt('2026-11-17 16:00'),
    clause: '3.2',
  });
  expect(decide(didox24, question).firstResponse).toMatchObject({
    dueAt: null,
    unstated: 'hours_not_stated',
    target: { value: 4, unit: 'businessHour' },
  });
});
