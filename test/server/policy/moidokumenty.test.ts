import { describe, expect, test } from 'vitest';
import type { Severity } from '#shared/vocabulary.ts';
import { bridgeLink } from '#server/policy/widget/bridge-link.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { compareInQueue } from '#server/policy/decision/queue-order.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('moidokumenty');
// Moscow is three hours ahead of UTC all year
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const offer: EntitlementFacts = { validFrom: '2026-03-01', validUntil: '2027-12-31' };

const user = { requester: { proven: true, category: 'user', entitlement: null } };
const representative = (entitlement: EntitlementFacts | null) => ({
  requester: { proven: true, category: 'representative', entitlement },
});
const nobody = { requester: { proven: false, entitlement: null } };
const without = (...ids: string[]) => ({
  answered: new Set([...policy.fields.keys()].filter((id) => !ids.includes(id))),
});

const ask = (question: Partial<Question> = {}) =>
  decisionOf(policy, {
    receivedAt: msk('2026-11-24 10:00'),
    arrival: 'channel',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 0,
    ...user,
    ...question,
  });

describe('four working hours of Moscow', () => {
  test.each([
    ['S2.2.1.1 POL: inside one day', '2026-11-24 10:00', '2026-11-24 14:00'],
    ['S2.2.1.1 POL: ending at the closing', '2026-11-24 14:00', '2026-11-24 18:00'],
    ['S2.2.1.1 POL: a minute more goes over night', '2026-11-24 14:01', '2026-11-25 09:01'],
    ['S2.1.2.1 POL: before the opening waits for it', '2026-11-24 07:30', '2026-11-24 13:00'],
    ['S2.1.2.1 POL: Friday 16:00 over the weekend', '2026-11-20 16:00', '2026-11-23 11:00'],
    ['S2.1.2.1 POL: Saturday noon waits for Monday', '2026-11-21 12:00', '2026-11-23 13:00'],
    ['S2.2.1.1 POL: a Saturday worked by decree', '2025-10-31 17:00', '2025-11-01 12:00'],
    ['S2.2.1.1 POL: received on that Saturday', '2025-11-01 10:00', '2025-11-01 14:00'],
    [
      'S2.1.2.1 POL: from it over a moved Monday and Unity Day',
      '2025-11-01 16:00',
      '2025-11-05 11:00',
    ],
    ['S2.2.1.1 POL: Saturday 20 February 2027 is worked', '2027-02-19 17:00', '2027-02-20 12:00'],
    ['S2.1.2.1 POL: 9 January 2026 is a moved day off', '2025-12-30 16:00', '2026-01-12 11:00'],
    ['S2.1.2.1 POL: Monday 9 March for Sunday the 8th', '2026-03-06 16:30', '2026-03-10 11:30'],
    ['S2.1.2.1 POL: Monday 11 May for Saturday the 9th', '2026-05-08 17:00', '2026-05-12 12:00'],
    ['S2.1.2.1 POL: 30 April is worked till 18:00', '2026-04-30 14:00', '2026-04-30 18:00'],
    ['S2.1.2.1 POL: from 30 April over 1–3 May', '2026-04-30 17:00', '2026-05-04 12:00'],
    ['S2.1.2.1 POL: 12 June is a Friday', '2026-06-11 16:00', '2026-06-15 11:00'],
    ['S2.1.2.1 POL: received on Unity Day', '2026-11-04 12:00', '2026-11-05 13:00'],
    ['S2.1.2.1 POL: received on 31 December', '2026-12-31 12:00', '2027-01-11 13:00'],
    ["S2.1.2.1 POL: over the year's end", '2026-12-30 16:30', '2027-01-11 11:30'],
  ])('%s', (_case, received, due) => {
    const { firstResponse } = ask({ receivedAt: msk(received) });

    expect(new Date(firstResponse.dueAt ?? 0)).toEqual(new Date(msk(due)));
    expect(firstResponse).toMatchObject({ clause: '2.1', estimated: false });
  });

  test('S2.1.2.1 POL: the first days of 2028 are only estimated', () => {
    // Thursday 30 December 2027 17:00: an hour; the 31st is a moved day off, January is by rule of law
    expect(ask({ receivedAt: msk('2027-12-30 17:00') }).firstResponse.estimated).toBe(true);
  });

  test('S2.1.2.2: outside of hours a request is taken, and no answer guaranteed', () => {
    const codes = (at: string) =>
      ask({ receivedAt: msk(at) }).notices.map(({ code, clause }) => `${code} ${clause}`);

    expect(codes('2026-11-22 12:00')).toContain('outside_hours_not_guaranteed 1.2');
    expect(codes('2026-11-24 18:00')).toContain('outside_hours_not_guaranteed 1.2');
    expect(codes('2026-11-24 17:59:59.999')).not.toContain('outside_hours_not_guaranteed 1.2');
  });
});

describe('only a letter is received', () => {
  test('S2.1.5.2 POL: before it there is no clock, only its length', () => {
    const decision = ask({ arrival: 'widget' });

    expect(decision.route).toEqual({ kind: 'bridge', channel: 'mail', clause: '1.5' });
    expect(decision.firstResponse).toEqual({
      clause: '2.1',
      target: { value: 4, unit: 'businessHour' },
      dueAt: null,
      startsAt: null,
      unstated: 'awaiting_channel',
      estimated: false,
      segments: [],
    });
  });

  test('S2.1.5.2 POL: its arrival is the receipt, even days later', () => {
    const decision = ask({ receivedAt: msk('2026-11-26 16:00') });

    expect(decision.route).toEqual({ kind: 'official', channel: 'mail', clause: '1.5' });
    expect(decision.firstResponse.startsAt).toBe('2026-11-26T13:00:00.000Z');
    expect(decision.firstResponse.dueAt).toBe('2026-11-27T08:00:00.000Z');
  });

  test.each(['ru', 'uz', 'en'] as const)(
    'S2.1.5.1: the letter goes to the domain in its ASCII form and is shown in Unicode: %s',
    (locale) => {
      const link = bridgeLink(policy.pack, 'mail', { locale, number: 'MDO-7', code: 'Q7K2' });
      const url = new URL(link.href);

      expect(link.address).toBe('support@моидокументы.онлайн');
      expect(url.pathname).toBe('support@xn--d1achjhdicc8bh4h.xn--80asehdb');
      expect(new URL('https://моидокументы.онлайн').host).toBe(url.pathname.split('@')[1]);
      for (const part of ['subject', 'body']) {
        expect(url.searchParams.get(part)).toContain('MDO-7');
        expect(url.searchParams.get(part)).toContain('Q7K2');
      }
    },
  );
});

describe('the guarantee and the right to refuse are two outcomes', () => {
  test.each([
    ['S2.1.1.1 POL: a registered user', user, 'entitled', true],
    ['S2.1.1.2 POL: an accepted offer', representative(offer), 'entitled', true],
    ['S2.1.1.2 POL: no offer on record', representative(null), 'missing', false],
    [
      'S2.1.1.2 POL: an offer that begins tomorrow',
      representative({ validFrom: '2026-11-25' }),
      'missing',
      false,
    ],
    [
      'S2.1.3.1 POL: an offer that ended yesterday',
      representative({ validUntil: '2026-11-23' }),
      'lapsed',
      false,
    ],
    ['S2.0.1 POL: somebody unknown', nobody, 'unverified', false],
  ])('%s', (_case, requester, state, guaranteed) => {
    const decision = ask(requester);
    const refusal = { action: 'refuse', reason: 'conditions-not-met', clause: '1.4' };

    expect(decision).toMatchObject({ entitlement: { state }, guaranteed });
    expect(decision.firstResponse.dueAt).toBe('2026-11-24T11:00:00.000Z');
    expect(decision.rights.some(({ reason }) => reason === refusal.reason)).toBe(!guaranteed);
    expect(decision.notices.some(({ code }) => code === 'not_guaranteed')).toBe(!guaranteed);
  });

  test('S2.1.3.1 POL: an offer holds through the whole of its last day in Moscow', () => {
    const until = representative({ validUntil: '2026-11-20' });
    const stateAt = (at: string) => ask({ ...until, receivedAt: msk(at) }).entitlement.state;

    expect(stateAt('2026-11-20 23:59:59.999')).toBe('entitled');
    expect(stateAt('2026-11-21 00:00')).toBe('lapsed');
  });

  test.each([
    ['a user owes name and phone', user, ['name', 'phone'], ['name', 'phone']],
    ['a user owes no organisation', user, ['organisation', 'position'], []],
    [
      'a representative owes all four',
      representative(offer),
      ['name', 'phone', 'organisation', 'position'],
      ['name', 'phone', 'organisation', 'position'],
    ],
    ['somebody unknown is asked as a user', nobody, ['name', 'position'], ['name']],
    ['the story is no condition', user, ['expected', 'got', 'steps', 'impact', 'email'], []],
  ])('S2.1.3.2: %s', (_case, requester, left, missing) => {
    const decision = ask({ ...requester, ...without(...left) });

    expect(decision.missing).toEqual(missing.map((field) => ({ field, clause: '1.3.2' })));
    expect(decision.guaranteed).toBe(missing.length === 0 && requester !== nobody);
    expect(decision.rights.some(({ action }) => action === 'ask_missing')).toBe(missing.length > 0);
  });
});

describe('what is excluded is said, and refused by nobody but an agent', () => {
  test.each([
    ['S2.3.1.1', 'functionality', 'write_to_channel'],
    ['S2.3.1.2', 'training', 'write_to_channel'],
    ['S2.3.1.3', 'manuals', 'write_to_channel'],
    ['S2.3.1.4', 'development', 'write_to_channel'],
    ['S2.3.1.5', 'testing', 'write_to_channel'],
    ['S2.3.1.6', 'monitoring', 'turn_to_vendor'],
    ['S2.3.1.7', 'consulting', 'write_to_channel'],
    ['S2.3.1.8', 'servers', 'turn_to_vendor'],
  ])('%s: %s', (_row, reason, step) => {
    const decision = ask({ category: reason });

    expect(decision.scope).toEqual({ state: 'out', clause: '3.1', reason });
    expect(decision.notices[0]).toMatchObject({
      code: 'out_of_scope',
      clause: '3.1',
      nextStep: { code: step },
    });
    expect(decision.rights).toEqual([{ action: 'refuse', reason, clause: '3.1' }]);
    expect(decision.firstResponse.dueAt).toBe('2026-11-24T11:00:00.000Z');
  });

  test("S2.3.4.1: another product's error leads to its maker", () => {
    expect(ask({ category: 'third-party' }).notices[0]).toEqual({
      code: 'third_party',
      clause: '3.4',
      nextStep: { code: 'turn_to_vendor' },
    });
  });

  test('S2.3.2.1: foreign code is a reason only after the diagnosis', () => {
    expect(ask().rights).toEqual([]);
    expect(policy.pack.rights).toContainEqual({
      action: 'refuse',
      reason: 'third-party-code',
      clause: '3.2',
      when: ['after_diagnosis'],
    });
  });
});

test('S2.2.2.1 POL: no term for a solution, in every answer', () => {
  for (const question of [user, nobody, representative(offer)]) {
    expect(ask(question).notices).toContainEqual({ code: 'no_resolution_term', clause: '2.2' });
  }
});

test("S2.2.3.2 POL: the agent's priority decides, then the receipt; the due instant does not", () => {
  const item = (number: string, severity: Severity, receivedAt: number, dueAt: number) => ({
    number,
    severity,
    receivedAt,
    dueAt,
    planWeight: 0,
  });
  const queue = [
    item('MDO-1', 'low', 1, 1),
    item('MDO-2', 'normal', 3, 2),
    item('MDO-3', 'normal', 2, 9),
    item('MDO-4', 'critical', 5, 20),
    item('MDO-5', 'high', 4, 3),
  ];

  expect(queue.sort(compareInQueue(policy.pack.queue)).map(({ number }) => number)).toEqual([
    'MDO-4',
    'MDO-5',
    'MDO-3',
    'MDO-2',
    'MDO-1',
  ]);
});

test('S2.2.3.1: the form asks how much it hinders and takes no priority', () => {
  expect(policy.fields.get('impact')).toMatchObject({ requirement: 'optional', clause: '2.3' });
  expect([...policy.fields.keys()].filter((id) => /priority|severity/i.test(id))).toEqual([]);
});

test.each([
  ['a question', 'question', true],
  ['the automatic acknowledgement', 'auto_acknowledged', false],
  ['a note among agents', 'note', false],
] as const)('S2.2.1.1 POL: what is a reaction: %s', (_case, done, counts) => {
  expect(isFirstResponse(policy.pack, done)).toBe(counts);
});

test("S2.1.2.1 POL: the widget's hours open on a worked Saturday and not on a moved Monday", () => {
  const hoursAt = (at: string) =>
    widgetView(policy, {
      locale: 'ru',
      now: msk(at),
      requester: null,
      limits: { attachments: 10, attachmentBytes: 1 },
    }).hours;

  expect(hoursAt('2025-11-01 10:00')).toMatchObject({
    openNow: true,
    closesAt: '2025-11-01T15:00:00.000Z',
    clause: '1.2',
  });
  expect(hoursAt('2025-11-03 10:00')).toMatchObject({
    openNow: false,
    opensAt: '2025-11-05T06:00:00.000Z',
    today: [],
  });
});
