import { describe, expect, test } from 'vitest';
import { bridgeLink } from '#server/policy/widget/bridge-link.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { compareInQueue, planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('jokercrm');
const { pack } = policy;
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const inMoscow = (local: string) => new Date(msk(local)).toISOString();
const everything = new Set(policy.fields.keys());

const client = (plan: string, facts: EntitlementFacts = {}) => ({
  requester: {
    proven: true,
    entitlement: { validFrom: '2025-01-01', validUntil: '2027-12-31', plan, ...facts },
  },
});
const noPlan = { requester: { proven: true, entitlement: null } };
const nobody = { requester: { proven: false, entitlement: null } };

function ask(question: Partial<Question> = {}) {
  return decisionOf(policy, {
    receivedAt: msk('2026-11-24 12:00'),
    arrival: 'widget',
    category: 'error',
    answered: everything,
    attachments: 1,
    ...client('rental'),
    ...question,
  });
}

const hoursAt = (now: string) =>
  widgetView(policy, {
    locale: 'ru',
    now: msk(now),
    requester: null,
    limits: { attachments: 10, attachmentBytes: 1 },
  }).hours;

test.each([
  ['a weekday before nine', '2026-11-24 08:59', '2026-11-24 09:00'],
  ['the closing instant', '2026-11-24 18:00', '2026-11-25 09:00'],
  ['Friday evening', '2026-11-20 18:00', '2026-11-23 09:00'],
  ['a Saturday', '2026-11-21 12:00', '2026-11-23 09:00'],
  ['4 Nov 2026, a holiday', '2026-11-04 12:00', '2026-11-05 09:00'],
  ['1 May 2026, a Friday', '2026-05-01 12:00', '2026-05-04 09:00'],
  ['11 May 2026, moved from 9 May', '2026-05-11 12:00', '2026-05-12 09:00'],
  ['3 Nov 2025, moved to a Saturday worked', '2025-11-03 12:00', '2025-11-05 09:00'],
  ['30 Dec 2026 after closing: 11 days off', '2026-12-30 18:00', '2027-01-11 09:00'],
  ['19 Feb 2027 after closing: Saturday is worked', '2027-02-19 18:00', '2027-02-20 09:00'],
  ['that Saturday after closing', '2027-02-20 18:00', '2027-02-24 09:00'],
])('S4.2.1.1 POL: closed, and when it opens: %s', (_case, now, opensAt) => {
  expect(hoursAt(now)).toMatchObject({ openNow: false, opensAt: inMoscow(opensAt), clause: '2.1' });
});

test.each([
  ['the opening instant', '2026-11-24 09:00', '2026-11-24 18:00'],
  ['the last minute', '2026-11-24 17:59', '2026-11-24 18:00'],
  ['3 Nov 2026 keeps its hours on the eve', '2026-11-03 17:30', '2026-11-03 18:00'],
  ['1 Nov 2025, a worked Saturday', '2025-11-01 12:00', '2025-11-01 18:00'],
  ['20 Feb 2027, a worked Saturday', '2027-02-20 12:00', '2027-02-20 18:00'],
])('S4.2.1.1 POL: open, and until when: %s', (_case, now, closesAt) => {
  expect(hoursAt(now)).toMatchObject({ openNow: true, closesAt: inMoscow(closesAt) });
});

describe('S4.2.3.2 POL: the regulation names no first response, so none is counted', () => {
  const hours = { value: 4, unit: 'businessHour' } as const;

  test.each([
    ['prepared in the widget', {}],
    ['arrived in the chat', { arrival: 'channel' as const }],
    ['arrived on a Sunday', { arrival: 'channel' as const, receivedAt: msk('2026-11-22 12:00') }],
    ['the extended plan', client('extended')],
    ['a contract with a number of its own', client('service', { firstResponse: hours })],
    ['a failure of the whole CRM', { category: 'down' }],
    ['nobody known', nobody],
  ])('%s', (_case, question) => {
    expect(ask(question).firstResponse).toEqual({
      clause: '2.3',
      dueAt: null,
      startsAt: null,
      unstated: 'term_not_stated',
      estimated: false,
      segments: [],
    });
  });
});

test.each(['S4.2.1.5 POL', 'S4.2.3.1 POL'])('%s: no term for the solution either', (_row) => {
  expect(ask().notices).toContainEqual({ code: 'no_resolution_term', clause: '2.3' });
});

test.each([
  ['the last millisecond of the last paid day', '2026-10-31T20:59:59.999Z', 'entitled', '2.3'],
  ['the first instant after it', '2026-10-31T21:00:00.000Z', 'lapsed', '1.3'],
])('S4.1.3.1 POL: paid until 31 October in days of Moscow: %s', (_case, at, state, clause) => {
  const decision = ask({
    receivedAt: Date.parse(at),
    ...client('rental', { validUntil: '2026-10-31' }),
  });

  expect(decision.entitlement).toEqual({ state, clause: '1.3', validUntil: '2026-10-31' });
  expect(decision.firstResponse.clause).toBe(clause);
  expect(decision.route.kind).toBe('bridge');
});

test('S4.1.3.1 POL: a lapsed client is shown the way to renew first, then the chat', () => {
  const { notices } = ask(client('rental', { validUntil: '2026-10-31' }));

  expect(notices.map(({ code }) => code)).toEqual([
    'entitlement_lapsed',
    'bridge_chat',
    'no_resolution_term',
  ]);
  expect(notices[0]?.nextStep).toEqual({ code: 'renew', href: 'https://jokercrm.ru' });
});

test('S4.1.3.2 POL: a box without a plan is told, with the way to the plans', () => {
  const { entitlement, notices } = ask(noPlan);

  expect(entitlement).toEqual({ state: 'missing', clause: '1.3' });
  expect(notices[0]).toEqual({
    code: 'entitlement_unverified',
    clause: '1.3',
    nextStep: { code: 'renew', href: 'https://jokercrm.ru' },
  });
});

describe('S4.3.3.2 POL: development to order depends on what the client has', () => {
  const out = { state: 'out', clause: '3.3', reason: 'custom-development' };

  test.each([
    ['rental', client('rental'), out],
    ['box, service plan', client('service'), { state: 'in', clause: '5.1' }],
    ['box, extended plan', client('extended'), { state: 'in', clause: '5.2' }],
    ['box without a plan', noPlan, out],
    ['nobody known', nobody, out],
  ])('%s', (_case, who, scope) => {
    expect(ask({ category: 'custom-development', ...who }).scope).toEqual(scope);
  });

  test('where it is excluded, the way to a contract is shown and the agent decides', () => {
    const { notices, rights } = ask({ category: 'custom-development' });

    expect(notices[0]).toEqual({
      code: 'out_of_scope',
      clause: '3.3',
      nextStep: { code: 'ask_for_contract', href: 'https://jokercrm.ru' },
    });
    expect(rights[0]).toEqual({ action: 'refuse', reason: 'custom-development', clause: '3.3' });
  });
});

test.each([
  ['code-change', '3.3', 'out_of_scope', 'write_to_channel'],
  ['configure', '3.1', 'out_of_scope', 'write_to_channel'],
  ['configure-other', '3.1', 'out_of_scope', 'write_to_channel'],
  ['client-computer', '3.1', 'out_of_scope', 'write_to_channel'],
  ['web-design', '1.5', 'out_of_scope', 'turn_to_vendor'],
  ['third-party', '1.4', 'third_party', 'turn_to_vendor'],
])('%s is excluded by clause %s for every plan', (id, clause, code, step) => {
  for (const plan of ['rental', 'service', 'extended']) {
    const { scope, notices } = ask({ category: id, ...client(plan) });

    expect(scope).toEqual({ state: 'out', clause, reason: id });
    expect(notices[0]).toMatchObject({ code, clause, nextStep: { code: step } });
  }
});

describe('the bridge to the working chat', () => {
  test('before the arrival and after it', () => {
    const chat = { channel: 'telegram', clause: '4.1' };

    expect(ask().route).toEqual({ kind: 'bridge', ...chat });
    expect(ask({ arrival: 'channel' }).route).toEqual({ kind: 'official', ...chat });
    expect(ask({ arrival: 'channel' }).notices.map(({ code }) => code)).not.toContain(
      'bridge_chat',
    );
  });

  test.each([
    ['ru', 'Обращение JOK-7, код Q7K2.'],
    ['uz', 'JOK-7 murojaati, kod Q7K2.'],
    ['en', 'Request JOK-7, code Q7K2.'],
  ] as const)('opens a choice of chats with the message written, %s', (locale, beginning) => {
    const { href } = bridgeLink(pack, 'telegram', { locale, number: 'JOK-7', code: 'Q7K2' });
    const url = new URL(href);

    expect(url.origin + url.pathname).toBe('https://t.me/share/url');
    expect(url.searchParams.get('url')).toBe('https://jokercrm.ru');
    expect(url.searchParams.get('text')?.startsWith(beginning)).toBe(true);
  });

  test('S4.4.3.1 POL: phone, Skype and mail are no requests: noted at most, never offered', () => {
    const others = pack.channels.filter(({ official }) => !official);
    const offered = widgetView(policy, {
      locale: 'en',
      now: msk('2026-11-24 12:00'),
      requester: null,
      limits: { attachments: 10, attachmentBytes: 1 },
    }).channels.map(({ kind }) => kind);

    expect(others.map(({ kind, record, clause }) => [kind, record, clause])).toEqual([
      ['phone', 'interaction', '4.3'],
      ['mail', 'interaction', '4.3'],
    ]);
    expect(offered).toEqual(['telegram', 'whatsapp']);
  });
});

test.each([
  ['nothing but the matter', 'error', ['got', 'name'], ['steps 4.2', 'organisation 4.1']],
  ['steps are for errors', 'down', ['got', 'name', 'organisation'], []],
  ['a question needs no more', 'settings', ['question', 'name', 'organisation'], []],
  ['the matter itself', 'error', ['steps', 'name', 'organisation'], ['got 4.2']],
])('what is missing: %s', (_case, category, answered, missing) => {
  const decision = ask({ category, answered: new Set(answered), attachments: 0 });

  expect(decision.missing.map(({ field, clause }) => `${field} ${clause}`)).toEqual(missing);
});

describe('rights of the agent', () => {
  const reasons = (question: Partial<Question>) => ask(question).rights.map(({ reason }) => reason);

  test.each([
    ['complete', {}, ['critical-outage', 'unconstructive', 'insults']],
    [
      'incomplete',
      { answered: new Set(['got', 'name']) },
      ['critical-outage', 'clarify', 'insufficient-information', 'unconstructive', 'insults'],
    ],
    [
      'outside support',
      { category: 'web-design' },
      ['web-design', 'critical-outage', 'beyond-support', 'unconstructive', 'insults'],
    ],
  ])('%s', (_case, question, expected) => {
    expect(reasons(question)).toEqual(expected);
  });

  test('S4.2.1.3 POL: a critical one may be taken out of turn', () => {
    expect(ask({ category: 'down' }).rights).toContainEqual({
      action: 'handle_out_of_turn',
      reason: 'critical-outage',
      clause: '2.1',
    });
  });
});

describe('the order of work', () => {
  const compare = compareInQueue(pack.queue);
  const item = (number: string, plan: string, facts: Partial<QueueItem> = {}): QueueItem => ({
    severity: 'normal',
    dueAt: null,
    planWeight: planWeight(pack, plan),
    receivedAt: 0,
    number,
    ...facts,
  });
  const order = (...items: QueueItem[]) => items.sort(compare).map(({ number }) => number);

  test('S4.2.1.3 POL: criticality goes before plan and receipt', () => {
    expect(
      order(
        item('1', 'extended', { receivedAt: 1 }),
        item('2', 'rental', { receivedAt: 2, severity: 'critical' }),
      ),
    ).toEqual(['2', '1']);
  });

  test('S4.5.2.2 POL: the extended plan goes before the service plan at equal criticality', () => {
    expect(
      order(item('1', 'service', { receivedAt: 1 }), item('2', 'extended', { receivedAt: 2 })),
    ).toEqual(['2', '1']);
  });

  test('rental and service plan are equal: strictly by receipt', () => {
    expect(
      order(item('2', 'service', { receivedAt: 2 }), item('1', 'rental', { receivedAt: 1 })),
    ).toEqual(['1', '2']);
  });
});
