import { describe, expect, test } from 'vitest';
import type { Severity } from '#shared/vocabulary.ts';
import { deflectionOf, documentNeeded } from '#server/policy/decision/deflection.ts';
import { planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { queueReason } from '#server/policy/decision/queue-reason.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import { policyWith, samplePack } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: modme } = policyOf('modme');
const { pack: moidokumenty } = policyOf('moidokumenty');
const { pack: technokad } = policyOf('technokad');
const { pack: jokercrm } = policyOf('jokercrm');

describe('how heavy a request is', () => {
  test.each<[string, object, Severity | null, object]>([
    [
      'S2.2.3.2 POL: the answer suggests it',
      { impact: 'blocked' },
      null,
      { severity: 'high', by: 'requester' },
    ],
    [
      'S2.2.3.2 POL: a small one too',
      { impact: 'minor' },
      null,
      { severity: 'low', by: 'requester' },
    ],
    ["an agent's word holds", { impact: 'blocked' }, 'low', { severity: 'low', by: 'agent' }],
    ['no answer', {}, null, { severity: 'normal', by: 'nobody' }],
    ['an answer nobody offers', { impact: 'end' }, null, { severity: 'normal', by: 'nobody' }],
    ['no option at all', { impact: ['blocked'] }, null, { severity: 'normal', by: 'nobody' }],
  ])('%s', (_case, answers, agent, choice) => {
    expect(severityOf(moidokumenty, { ...answers }, agent)).toMatchObject({
      ...choice,
      clause: '2.3',
    });
  });

  test('S4.2.1.3 POL: what brings the CRM or a service down suggests critical', () => {
    const suggested = (impact: string) => severityOf(jokercrm, { impact }, null).severity;

    expect(['whole', 'service', 'detail'].map(suggested)).toEqual([
      'critical',
      'critical',
      'normal',
    ]);
  });

  test('a regulation without such a question has none to suggest by', () => {
    expect(severityOf(modme, { impact: 'blocked' }, null)).toEqual({
      severity: 'normal',
      by: 'nobody',
      clause: undefined,
    });
  });
});

describe('C7: reading comes first', () => {
  const { intake } = samplePack();
  const asking = (mode: 'none' | 'suggest' | 'confirm' | 'require') =>
    policyWith({ intake: { ...intake, deflection: { mode, clause: '6' } } }).pack;
  const unread = { severity: 'normal', opened: false, confirmed: false } as const;

  test.each([
    [
      'never where the pack asks for nothing',
      'none',
      unread,
      { outcome: 'none', why: 'not_asked' },
    ],
    ['suggested', 'suggest', unread, { outcome: 'suggest', clause: '6' }],
    ['to be confirmed', 'confirm', unread, { outcome: 'must_confirm', clause: '6' }],
    ['to be opened', 'require', unread, { outcome: 'must_open', clause: '6' }],
    [
      'a confirmation opens nothing',
      'require',
      { ...unread, confirmed: true },
      { outcome: 'must_open', clause: '6' },
    ],
    ['opened', 'require', { ...unread, opened: true }, { outcome: 'none', why: 'done' }],
    ['confirmed', 'confirm', { ...unread, confirmed: true }, { outcome: 'none', why: 'done' }],
    ...(['suggest', 'confirm', 'require'] as const).map(
      (mode) =>
        [
          `a critical report waits for nobody: ${mode}`,
          mode,
          { ...unread, severity: 'critical' as const },
          { outcome: 'none', why: 'critical' },
        ] as const,
    ),
  ] as const)('%s', (_case, mode, reading, deflection) => {
    expect(deflectionOf(asking(mode), reading)).toEqual(deflection);
  });

  test.each([
    ['the user manual and frequent questions', technokad, '3.3'],
    ['the knowledge base in the CRM', jokercrm, '1.2'],
  ])('the regulations that ask for it only suggest: %s', (_case, pack, clause) => {
    expect(deflectionOf(pack, unread)).toEqual({ outcome: 'suggest', clause });
  });

  test('a question about something documented names the document, where a clause says so', () => {
    expect(documentNeeded(technokad, true)).toBe('3.3');
    expect(documentNeeded(technokad, false)).toBeUndefined();
    expect(documentNeeded(jokercrm, true)).toBeUndefined();
  });
});

describe('why a ticket stands where it stands', () => {
  const item = (facts: Partial<QueueItem> = {}): QueueItem => ({
    severity: 'normal',
    dueAt: null,
    planWeight: 0,
    receivedAt: 5,
    number: 'A-1',
    ...facts,
  });

  test.each([
    [
      'S4.2.1.3 POL: a critical one goes out of turn',
      item({ severity: 'critical', receivedAt: 9 }),
      item(),
      { code: 'severity', params: { own: 'critical', next: 'normal' }, outOfTurn: true },
    ],
    [
      'S4.5.2.2 POL: the larger plan goes before the smaller at equal severity',
      item({ planWeight: planWeight(jokercrm, 'extended'), receivedAt: 9 }),
      item({ planWeight: planWeight(jokercrm, 'service') }),
      { code: 'plan', params: { own: 1, next: 0 }, outOfTurn: true },
    ],
    [
      'the earlier receipt',
      item({ receivedAt: 1 }),
      item(),
      { code: 'received', params: { own: 1, next: 5 }, outOfTurn: false },
    ],
    [
      'the number, where nothing else differs',
      item(),
      item({ number: 'A-2' }),
      { code: 'number', params: { own: 'A-1', next: 'A-2' }, outOfTurn: false },
    ],
    ['nothing behind it', item(), undefined, { code: 'last', params: {}, outOfTurn: false }],
  ])('%s', (_case, first, next, reason) => {
    expect(queueReason(jokercrm, first, next)).toEqual({ ...reason, clause: '2.1' });
  });

  test('S2.2.3.2 POL: the heavier level goes first, whenever it came', () => {
    const reason = queueReason(moidokumenty, item({ severity: 'high', receivedAt: 9 }), item());

    expect(reason).toMatchObject({ code: 'severity', outOfTurn: true, clause: '2.3' });
  });

  test('the next due instant, where the regulation goes by it', () => {
    expect(queueReason(modme, item({ dueAt: 1, receivedAt: 9 }), item({ dueAt: 2 }))).toMatchObject(
      {
        code: 'due',
        params: { own: 1, next: 2 },
        clause: '9',
      },
    );
  });
});
