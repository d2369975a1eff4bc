import { describe, expect, test } from 'vitest';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('didox24');
// Tashkent is five hours ahead of UTC all year
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const valid: EntitlementFacts = { validFrom: '2026-02-01', validUntil: '2027-12-31' };
const oneDay = { value: 1, unit: 'businessDay' } as const;

const ask = (question: Partial<Question> = {}) =>
  decisionOf(policy, {
    receivedAt: uzt('2026-11-24 14:20'),
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: valid },
    ...question,
  });
const proven = (entitlement: EntitlementFacts | null) => ({
  requester: { proven: true, entitlement },
});
const nobody = { requester: { proven: false, entitlement: null } };
const without = (...ids: string[]) => ({
  answered: new Set([...policy.fields.keys()].filter((id) => !ids.includes(id))),
});

describe('no instant is ever invented: the text has no hours and leaves terms to the contract', () => {
  test.each([
    ['a working Tuesday', '2026-11-24 14:20'],
    ['a Friday evening', '2026-11-20 18:30'],
    ['a Sunday', '2026-11-22 15:00'],
    ['a working Saturday of five-day weeks, 12 December', '2026-12-12 12:00'],
    ['Constitution Day', '2026-12-08 12:00'],
    ['the decree days of May', '2026-05-28 12:00'],
    ['a moved day off, 9 March', '2026-03-09 12:00'],
    ["the year's last minute", '2026-12-31 23:59'],
  ])('S1.3.2.1 POL: %s', (_case, at) => {
    const question = { receivedAt: uzt(at), ...proven({ ...valid, firstResponse: oneDay }) };

    expect(ask(question).firstResponse).toEqual({
      clause: '3.2',
      target: oneDay,
      reading: 'clamped',
      dueAt: null,
      startsAt: null,
      unstated: 'hours_not_stated',
      estimated: false,
      segments: [],
    });
  });

  test('S1.3.2.1 POL: a contract without a term promises none', () => {
    expect(ask().firstResponse).toMatchObject({
      dueAt: null,
      unstated: 'contract_sets_term',
      clause: '3.2',
    });
    expect(ask().firstResponse).not.toHaveProperty('target');
  });

  test('the widget says that hours are not stated, and by which clause', () => {
    const view = widgetView(policy, {
      locale: 'ru',
      now: uzt('2026-11-22 15:00'),
      requester: null,
      limits: { attachments: 10, attachmentBytes: 1 },
    });

    expect(view).toMatchObject({ hours: null, hoursNotStatedClause: '3.2', mode: 'official' });
  });
});

describe('a contract is counted in days of Tashkent', () => {
  const dates = { validFrom: '2026-11-01', validUntil: '2026-11-20' };

  test.each([
    ['the instant before its first day', '2026-10-31 23:59:59.999', 'missing', 'contract'],
    ['the first instant of its first day', '2026-11-01 00:00', 'entitled', 'official'],
    ['the last instant of its last day', '2026-11-20 23:59:59.999', 'entitled', 'official'],
    ['the first instant after it', '2026-11-21 00:00', 'lapsed', 'contract'],
  ])('S1.2.5 POL: %s', (_case, at, state, route) => {
    const decision = ask({ receivedAt: uzt(at), ...proven(dates) });

    expect(decision.entitlement).toEqual({ state, clause: '2', validUntil: '2026-11-20' });
    expect(decision.guaranteed).toBe(state === 'entitled');
    expect(decision.route.kind).toBe(route);
  });

  test('S1.2.5 POL: at midnight in Tashkent it is still the day before in UTC', () => {
    const at = Date.parse('2026-12-31T19:00:00Z');

    expect(ask({ receivedAt: at - 1, ...proven({ validUntil: '2026-12-31' }) })).toMatchObject({
      entitlement: { state: 'entitled' },
    });
    expect(ask({ receivedAt: at, ...proven({ validUntil: '2026-12-31' }) })).toMatchObject({
      entitlement: { state: 'lapsed' },
    });
  });
});

test.each([
  ['lapsed', proven({ validUntil: '2026-11-23' })],
  ['never made', proven(null)],
])('S1.3.1.1 POL: without a contract the way leads to one: %s', (_case, question) => {
  const decision = ask(question);

  expect(decision.route).toEqual({ kind: 'contract', channel: 'telegram', clause: '3.1' });
  expect(decision.firstResponse).toMatchObject({ unstated: 'contract_needed', clause: '3.1' });
  expect(decision.notices).toContainEqual({
    code: 'contract_needed',
    clause: '3.1',
    nextStep: { code: 'ask_for_contract', href: 'https://t.me/technounit' },
  });
  expect(decision.rights).toContainEqual({ action: 'refuse', reason: 'no-contract', clause: '2' });
});

test('S1.1.7: somebody unknown is registered, and has no rights before being verified', () => {
  const decision = ask(nobody);

  expect(decision).toMatchObject({
    entitlement: { state: 'unverified' },
    guaranteed: false,
    route: { kind: 'official', channel: 'widget', clause: '1' },
    firstResponse: { unstated: 'contract_sets_term' },
  });
  expect(decision.notices).toEqual([
    { code: 'entitlement_unverified', clause: '2', nextStep: { code: 'sign_in' } },
  ]);
});

test('S1.1.1: a term that a person claims without an organisation is not counted by', () => {
  const claimed = {
    requester: { proven: false, entitlement: { ...valid, firstResponse: oneDay } },
  };

  expect(ask(claimed).firstResponse).not.toHaveProperty('target');
});

describe('what an error has to hold is asked for, and nothing of it blocks', () => {
  test.each([
    ['S1.3.1.5', 'contractNumber', '3.1'],
    ['S1.3.1.6', 'portal', '3.1'],
    ['S1.1.3', 'portalKind', '2'],
    ['S1.2.3 POL', 'operator', '2'],
    ['S1.3.1.7', 'connection', '3.1'],
    ['S1.3.1.8', 'expected', '3.1'],
    ['S1.3.1.8', 'got', '3.1'],
    ['S1.2.2', 'licences', '2'],
    ['S1.1.1', 'organisation', '1'],
  ])('%s: %s', (_row, field, clause) => {
    const decision = ask(without(field));

    expect(decision.missing).toEqual([{ field, clause }]);
    expect(decision.notices).toContainEqual({ code: 'missing_asked', clause });
    expect(decision.rights).toContainEqual({
      action: 'ask_missing',
      reason: 'clarify',
      clause: '1',
    });
    expect(decision.guaranteed).toBe(true);
  });

  test('S1.3.1.9: the video too; any file will do until an agent has looked', () => {
    expect(ask({ ...without('video', 'files'), attachments: 0 }).missing).toEqual([
      { field: 'video', clause: '3.1' },
    ]);
    expect(ask({ ...without('video', 'files'), attachments: 1 }).missing).toEqual([]);
  });

  test('a question needs no video, no portal kind and no operator', () => {
    const question = { category: 'question', ...without('video', 'portalKind', 'operator') };

    expect(ask({ ...question, attachments: 0 }).missing).toEqual([]);
  });
});

test('S1.3.1.10: access may be asked for at any time, by the clause that obliges to give it', () => {
  expect(ask().rights).toEqual([{ action: 'ask_missing', reason: 'admin-access', clause: '3.1' }]);
});

test.each([
  ['S1.3.1.11: hardware', 'equipment', 'hardware'],
  ['S1.3.1.11: the operator', 'operator', 'operator'],
])('%s goes to those who answer for it, and is not refused by itself', (_row, category, reason) => {
  const decision = ask({ category });

  expect(decision.scope).toEqual({ state: 'out', clause: '3.1', reason });
  expect(decision.notices).toEqual([
    { code: 'third_party', clause: '3.1', nextStep: { code: 'turn_to_vendor' } },
  ]);
  expect(decision.rights[0]).toEqual({ action: 'refuse', reason, clause: '3.1' });
  expect(decision.route.kind).toBe('official');
});

test.each([
  ['S1.1.10 POL: registered and started', 'registered_and_started', true],
  ['S1.1.10 POL: registered by a person, nothing started', 'receipt_confirmed', false],
  ['S1.1.10 POL: the automatic notice', 'auto_acknowledged', false],
  ['S1.1.11 POL: a question on the matter', 'question', true],
  ['S1.1.12 POL: a consultation', 'consultation', true],
  ['S1.1.13 POL: a known solution', 'known_solution', true],
  ['a note among agents', 'note', false],
] as const)('what is a reaction: %s', (_case, done, counts) => {
  expect(isFirstResponse(policy.pack, done)).toBe(counts);
});

test('S1.4.1: the contacts of the text, and those that only register', () => {
  const { channels } = policy.pack;

  expect(channels.map((channel) => channel.official && [channel.address, channel.intake])).toEqual([
    ['info@technounit.uz', 'full'],
    ['@technounit', 'full'],
    ['+998 71 203 70 06', 'register_and_verify'],
    [expect.objectContaining({ ru: expect.any(String) }), 'register_and_verify'],
  ]);
});
