import { describe, expect, test } from 'vitest';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { bridgeToMail, contractOnly, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const tuesday = Date.parse('2026-11-24T06:00:00Z');
const valid: EntitlementFacts = { validUntil: '2027-01-31' };

function ask(policy: Policy, question: Partial<Question> = {}) {
  return decisionOf(policy, {
    receivedAt: tuesday,
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 0,
    requester: { proven: true, entitlement: valid },
    ...question,
  });
}

const proven = (facts: EntitlementFacts | null, category?: string) => ({
  requester: { proven: true, entitlement: facts, category },
});
const nobody = { requester: { proven: false, entitlement: null } };
const hours = { value: 4, unit: 'businessHour' } as const;

describe('the first response is null with a reason wherever nothing promises it', () => {
  const contract = policyWith(contractOnly);
  const { desk: _hours, ...contractInHours } = contractOnly;
  const inHours = policyWith(contractInHours);
  const level = policyWith({
    cases: samplePack().cases.slice(0, 1),
    clocks: { firstResponse: { kind: 'level', clause: '9' } },
  });
  const none = policyWith({
    cases: samplePack().cases.slice(0, 1),
    clocks: { firstResponse: { kind: 'none', clause: '11' } },
  });
  const mail = policyWith(bridgeToMail);
  const modme = policyOf('modme');

  test.each([
    ['the contract does not say it', contract, proven(valid), 'contract_sets_term', '9'],
    [
      'the contract says hours, the text none',
      contract,
      proven({ ...valid, firstResponse: hours }),
      'hours_not_stated',
      '7',
    ],
    [
      'the contract has ended',
      contract,
      proven({ validUntil: '2026-11-23' }),
      'contract_needed',
      '14',
    ],
    ['there is no contract', contract, proven(null), 'contract_needed', '14'],
    [
      'the contract begins tomorrow',
      contract,
      proven({ validFrom: '2026-11-25' }),
      'contract_needed',
      '14',
    ],
    [
      'a term that nobody vouches for',
      inHours,
      { requester: { proven: false, entitlement: { firstResponse: hours } } },
      'contract_sets_term',
      '9',
    ],
    ['the level is unknown', level, proven(valid), 'level_unknown', '9'],
    ['the text has no term', none, proven(valid), 'term_not_stated', '11'],
    ['the official channel has not got it', mail, proven(null), 'awaiting_channel', '9'],
    ['the plan has lapsed', modme, proven({ validUntil: '2026-11-23' }), 'not_covered', '3'],
    ['no plan is known', modme, proven(null), 'not_covered', '3'],
  ])('%s', (_case, policy, question, unstated, clause) => {
    const { firstResponse } = ask(policy, question);

    expect(firstResponse).toMatchObject({
      dueAt: null,
      startsAt: null,
      unstated,
      clause,
      segments: [],
    });
  });

  test('a bridge tells the term that will run once the message is there', () => {
    expect(ask(mail, nobody).firstResponse.target).toEqual(hours);
    expect(ask(mail, { ...nobody, arrival: 'channel' }).firstResponse).toMatchObject({
      startsAt: '2026-11-24T06:00:00.000Z',
      dueAt: '2026-11-24T10:00:00.000Z',
    });
  });

  test.each([
    [
      'hours of a contract count where the desk has hours',
      inHours,
      hours,
      '2026-11-24T10:00:00.000Z',
      undefined,
    ],
    [
      'days of a contract are read as clamped',
      inHours,
      { value: 2, unit: 'businessDay' } as const,
      '2026-11-26T06:00:00.000Z',
      'clamped',
    ],
    ['a level counts like a contract', level, hours, '2026-11-24T10:00:00.000Z', undefined],
  ])('%s', (_case, policy, firstResponse, dueAt, reading) => {
    const promise = ask(policy, proven({ ...valid, firstResponse })).firstResponse;

    expect(promise.dueAt).toBe(dueAt);
    expect(promise.reading).toBe(reading);
  });

  test('a plan counts like a level where the term depends on one', () => {
    const byPlan = policyWith({
      cases: samplePack().cases.slice(0, 1),
      clocks: { firstResponse: { kind: 'level', clause: '9' } },
      plans: [{ id: 'net', name: samplePack().name, firstResponse: hours, clause: '9' }],
    });

    expect(ask(byPlan, proven({ ...valid, plan: 'net' })).firstResponse.dueAt).toBe(
      '2026-11-24T10:00:00.000Z',
    );
    expect(ask(byPlan, proven({ ...valid, plan: 'other' })).firstResponse.unstated).toBe(
      'level_unknown',
    );
  });

  test('the promise starts from the receipt and its segments lead to the due instant', () => {
    const { firstResponse } = ask(modme);

    expect(firstResponse.segments.at(0)?.from).toBe('2026-11-24T06:00:00.000Z');
    expect(firstResponse.segments.at(-1)?.to).toBe(firstResponse.dueAt);
    expect(firstResponse).toMatchObject({ calendar: 'uz-six-day 2026', reading: 'clamped' });
  });
});

describe('the way a request goes', () => {
  test.each([
    ['straight in', policyOf('modme'), {}, { kind: 'official', channel: 'widget', clause: '6' }],
    [
      'over the bridge',
      policyWith(bridgeToMail),
      {},
      { kind: 'bridge', channel: 'mail', clause: '6' },
    ],
    [
      'arrived over the bridge',
      policyWith(bridgeToMail),
      { arrival: 'channel' as const },
      { kind: 'official', channel: 'mail', clause: '6' },
    ],
    [
      'to a contract first',
      policyWith(contractOnly),
      proven(null),
      { kind: 'contract', channel: 'telegram', clause: '14' },
    ],
  ])('%s', (_case, policy, question, route) => {
    expect(ask(policy, question).route).toEqual(route);
  });
});

describe('notices and rights', () => {
  const mail = policyWith(bridgeToMail);
  const codes = (policy: Policy, question: Partial<Question>) =>
    ask(policy, question).notices.map(({ code }) => code);
  const reasons = (policy: Policy, question: Partial<Question>) =>
    ask(policy, question).rights.map(({ reason }) => reason);
  const sunday = Date.parse('2026-11-22T06:00:00Z');

  test.each([
    ['in hours, a known user', proven(null), ['bridge_mail']],
    [
      'on a Sunday',
      { ...proven(null), receivedAt: sunday },
      ['bridge_mail', 'outside_hours_not_guaranteed'],
    ],
    ['nobody known', nobody, ['entitlement_unverified', 'bridge_mail', 'not_guaranteed']],
    ['arrived', { ...proven(null), arrival: 'channel' as const }, []],
  ])('are said in their order: %s', (_case, question, expected) => {
    expect(codes(mail, question)).toEqual(expected);
  });

  test.each([
    ['a known user', proven(null), ['outage']],
    ['nobody known', nobody, ['conditions', 'no-identity', 'outage']],
    [
      'an excluded subject',
      { ...proven(null), category: 'training' },
      ['training', 'outage', 'not-ours'],
    ],
    [
      'something missing',
      { ...proven(null), answered: new Set(['did', 'name', 'phone', 'got']) },
      ['clarify', 'outage'],
    ],
  ])('rights are offered where they hold: %s', (_case, question, expected) => {
    expect(reasons(mail, question)).toEqual(expected);
  });

  test('a refusal that waits for the diagnosis is not offered at the opening', () => {
    expect(reasons(policyOf('modme'), {})).not.toContain('customer-action');
  });

  test.each([
    ['ask', true],
    ['note', false],
  ] as const)('what is missing is asked for under the rule "%s": %s', (completeness, asked) => {
    const policy = policyWith({ intake: { ...samplePack().intake, completeness } });
    const question = { answered: new Set(['did', 'name']) };

    expect(codes(policy, question).includes('missing_asked')).toBe(asked);
    expect(ask(policy, question).missing).not.toEqual([]);
  });

  test("another vendor's matter is told apart from what is merely excluded", () => {
    const { scope } = samplePack();
    const out = scope.out.map((reason) => ({ ...reason, thirdParty: true }));
    const policy = policyWith({ scope: { out } });

    expect(codes(policy, { category: 'training' })).toContain('third_party');
  });

  test('S0.5.1 POL: an excluded subject is told with its clause and a next step, and never refused', () => {
    const decision = ask(policyOf('modme'), { category: 'training' });

    expect(decision.scope).toEqual({ state: 'out', clause: '5', reason: 'training' });
    expect(decision.notices).toContainEqual({
      code: 'out_of_scope',
      clause: '5',
      nextStep: { code: 'write_to_channel', href: 'https://t.me/modme_support' },
    });
    expect(decision.rights).toContainEqual({ action: 'refuse', reason: 'training', clause: '5' });
    expect(decision.firstResponse.dueAt).not.toBeNull();
  });

  test('set-up for an own process likewise', () => {
    const decision = ask(policyOf('modme'), { category: 'custom-process' });

    expect(decision.scope).toEqual({ state: 'out', clause: '5', reason: 'custom-process' });
    expect(decision.rights[0]).toMatchObject({ action: 'refuse', reason: 'custom-process' });
  });

  test('a reason that needs a diagnosis is told, and not offered before one', () => {
    const { scope } = samplePack();
    const out = scope.out.map((one) => ({ ...one, afterDiagnosis: true }));
    const decision = ask(policyWith({ scope: { ...scope, out } }), { category: 'training' });

    expect(decision.scope).toEqual({ state: 'out', clause: '5', reason: 'training' });
    expect(decision.notices.map(({ code }) => code)).toContain('out_of_scope');
    expect(decision.rights.map(({ reason }) => reason)).not.toContain('training');
  });
});

describe('the guarantee', () => {
  const mail = policyWith(bridgeToMail);
  const without = (...ids: string[]) => ({
    answered: new Set([...mail.fields.keys()].filter((id) => !ids.includes(id))),
  });

  test.each([
    ['a user owes no organisation', { ...proven(null), ...without('organisation') }, true],
    ['a user owes a phone', { ...proven(null), ...without('phone') }, false],
    [
      'an office owes its organisation',
      { ...proven(null, 'office'), ...without('organisation') },
      false,
    ],
    ['an office that says all', proven(null, 'office'), true],
    ['the story is not part of it', { ...proven(null), ...without('got') }, true],
    ['nobody has it', nobody, false],
  ])('%s', (_case, question, guaranteed) => {
    expect(ask(mail, question).guaranteed).toBe(guaranteed);
  });
});

test('the category has to be one of the pack', () => {
  expect(() => ask(policyOf('modme'), { category: 'other' })).toThrow(RangeError);
});

test('the same question has the same answer', () => {
  expect(ask(policyOf('modme'))).toEqual(ask(policyOf('modme')));
});
