import { describe, expect, test } from 'vitest';
import type { Duration } from '#shared/wire/decision.ts';
import { allowedReasons } from '#server/policy/decision/allowed-reasons.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const shipped = policyOf('didox24');
// Tashkent is five hours ahead of UTC all year
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const oneDay: Duration = { value: 1, unit: 'businessDay' };
const fourHours: Duration = { value: 4, unit: 'businessHour' };

const ask = (question: Partial<Question> = {}, policy = shipped) =>
  decisionOf(policy, {
    receivedAt: uzt('2026-11-24 14:20'),
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: { validUntil: '2027-12-31' } },
    ...question,
  });
const held = (firstResponse: Duration) => ({
  requester: { proven: true, entitlement: { validUntil: '2027-12-31', firstResponse } },
});

describe('the day that the vendor names its hours, contracts are counted by them', () => {
  // the hours of another desk stand in for those that the text does not name
  const { desk } = policyOf('modme').pack;
  const open = compilePolicy({ ...shipped.pack, desk }, calendarYears);

  test.each([
    ['one working day', oneDay, '2026-11-25 14:20'],
    ['four working hours', fourHours, '2026-11-24 18:20'],
  ])('S1.1.8 POL: the reaction runs from the request: %s', (_case, term, due) => {
    const { firstResponse } = ask(held(term), open);

    expect(firstResponse).toMatchObject({
      clause: '3.2',
      target: term,
      startsAt: new Date(uzt('2026-11-24 14:20')).toISOString(),
      dueAt: new Date(uzt(due)).toISOString(),
    });
  });

  test('S1.3.2.1 POL: of two contracts each is held to its own term', () => {
    const dues = [oneDay, fourHours].map((term) => ask(held(term), open).firstResponse.dueAt);

    expect(new Set(dues).size).toBe(2);
    expect(ask({}, open).firstResponse).toMatchObject({
      dueAt: null,
      unstated: 'contract_sets_term',
    });
  });
});

test('S1.1.8 POL: as the text stands, the term of a contract is told and no instant is', () => {
  for (const term of [oneDay, fourHours]) {
    expect(ask(held(term)).firstResponse).toMatchObject({
      target: term,
      dueAt: null,
      unstated: 'hours_not_stated',
    });
  }
});

test('S1.1.8 POL: the reaction is what the definition lists, and a bare notice is none', () => {
  const reactions = ['registered_and_started', 'question', 'consultation', 'known_solution'];
  const others = ['receipt_confirmed', 'diagnosis_started', 'auto_acknowledged', 'note'];
  const counts = (done: string) =>
    isFirstResponse(shipped.pack, done as Parameters<typeof isFirstResponse>[1]);

  expect(reactions.filter((done) => !counts(done))).toEqual([]);
  expect(others.filter(counts)).toEqual([]);
});

test('S1.2.3 POL: the operator is asked for, and «another» is an answer that can be given', () => {
  const { fields } = widgetView(shipped, {
    locale: 'en',
    now: uzt('2026-11-24 14:20'),
    requester: null,
    limits: { attachments: 10, attachmentBytes: 1 },
  });
  const recommended = shipped.pack.operators?.list.map(({ id }) => id);
  const offered = fields.find(({ id }) => id === 'operator')?.choices?.map(({ id }) => id);

  expect(offered).toEqual(expect.arrayContaining(recommended ?? ['none']));
  expect(offered?.filter((id) => !recommended?.includes(id))).toEqual(['other', 'unknown']);
});

test('S1.2.3 POL: a recommended operator is a condition, and another a reason only after the diagnosis', () => {
  const state = {
    missingFields: false,
    guaranteed: true,
    entitled: true,
    proven: true,
    outOfScope: false,
  };
  const reasons = (diagnosisStarted: boolean) =>
    allowedReasons(shipped.pack, { ...state, diagnosisStarted }).map(({ reason }) => reason);

  expect(reasons(false)).not.toContain('operator-not-recommended');
  expect(reasons(true)).toContain('operator-not-recommended');
  expect(ask().rights.map(({ reason }) => reason)).not.toContain('operator-not-recommended');
  expect(shipped.pack.entitlement.conditions).toContainEqual(
    expect.objectContaining({ shownBy: 'operator', clause: '2' }),
  );
});

test.each(['telegram', 'mail'] as const)(
  'S1.3.1.1 POL: a contract can be asked for by %s, which needs no contract itself',
  (kind) => {
    const channel = shipped.pack.channels.find((one) => one.kind === kind);
    const decision = ask({
      category: 'contract',
      requester: { proven: true, entitlement: { validUntil: '2026-11-20' } },
    });

    expect(channel).toMatchObject({ official: true, intake: 'full' });
    expect(decision.scope.state).toBe('in');
    expect(decision.route).toEqual({ kind: 'contract', channel: 'telegram', clause: '3.1' });
  },
);
