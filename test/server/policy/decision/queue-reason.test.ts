import { describe, expect, test } from 'vitest';
import { planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { queueReason } from '#server/policy/decision/queue-reason.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: modme } = policyOf('modme');
const { pack: moidokumenty } = policyOf('moidokumenty');
const { pack: jokercrm } = policyOf('jokercrm');

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
