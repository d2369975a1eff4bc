import { describe, expect, test } from 'vitest';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import { naiveHours } from '#test/support/naive-hours.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('moidokumenty');
// Moscow is three hours ahead of UTC all year
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const ask = (question: Partial<Question> = {}) =>
  decisionOf(policy, {
    receivedAt: msk('2026-11-24 10:00'),
    arrival: 'channel',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 0,
    requester: { proven: true, category: 'user', entitlement: null },
    ...question,
  });

describe('S2.2.1.1 POL: four hours by the day walk, with the days off of 2026 written out', () => {
  const day: [string, string][] = [['09:00', '18:00']];
  const slow = naiveHours(
    {
      timezone: 'Europe/Moscow',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
      holidays: [
        '2026-02-23',
        '2026-03-09',
        '2026-05-01',
        '2026-05-11',
        '2026-06-12',
        '2026-11-04',
        '2026-12-31',
        '2027-01-01',
        '2027-01-04',
        '2027-01-05',
        '2027-01-06',
        '2027-01-07',
        '2027-01-08',
      ],
    },
    '2026-02-01',
    360,
  );

  test.each([
    '2026-02-20 17:30',
    '2026-03-06 12:00',
    '2026-04-30 14:01',
    '2026-05-08 17:59',
    '2026-06-11 16:00',
    '2026-11-03 15:00',
    '2026-12-30 17:00',
  ])('S2.2.1.1 POL, S2.1.2.1 POL: received %s', (at) => {
    const { earliest } = slow.add(msk(at), 4 * 3_600_000);

    expect(ask({ receivedAt: msk(at) }).firstResponse.dueAt).toBe(new Date(earliest).toISOString());
  });
});

test('S2.2.2.1 POL: whatever is asked, only the first answer has an instant', () => {
  for (const category of policy.categories.keys()) {
    const { firstResponse, ...rest } = ask({ category });

    expect(firstResponse.dueAt).not.toBeNull();
    expect(JSON.stringify(rest)).not.toMatch(/\d{4}-\d\d-\d\dT/);
    expect(rest.notices).toContainEqual({ code: 'no_resolution_term', clause: '2.2' });
  }
  expect(policy.pack.clocks.resolution).toMatchObject({ promised: false });
  expect(policy.pack.clocks.resolution?.clauses).toContain('2.2');
});

describe('S2.0.1 POL: free help, for two circles of people', () => {
  test.each([
    ['a registered user', { proven: true, category: 'user', entitlement: null }, true],
    [
      'a representative of a region that accepted the offer',
      { proven: true, category: 'representative', entitlement: { validFrom: '2026-03-01' } },
      true,
    ],
    ['somebody unknown', { proven: false, entitlement: null }, false],
  ])('%s', (_case, requester, guaranteed) => {
    const decision = ask({ requester });

    expect(decision.guaranteed).toBe(guaranteed);
    expect(decision.firstResponse.dueAt).toBe('2026-11-24T11:00:00.000Z');
    expect(decision.notices.map(({ nextStep }) => nextStep?.code)).not.toContain('renew');
    expect(decision.rights.map(({ reason, clause }) => `${reason} ${clause}`)).toEqual(
      guaranteed ? [] : ['category 1.3.1', 'conditions-not-met 1.4'],
    );
  });

  test('there is nothing to buy', () => {
    expect(policy.pack.plans).toEqual([]);
  });
});

test('S2.1.1.1 POL: the app’s signature alone makes a user, without naming a category', () => {
  const signed = ask({ requester: { proven: true, entitlement: null } });

  expect(signed).toMatchObject({ entitlement: { state: 'entitled' }, guaranteed: true });
  expect(ask({ requester: { proven: false, category: 'user', entitlement: null } })).toMatchObject({
    entitlement: { state: 'unverified' },
    guaranteed: false,
  });
});

test('S2.1.5.2 POL: a mailbox is the only way offered, and the widget leads to it', () => {
  const { channels, mode, bridge } = widgetView(policy, {
    locale: 'ru',
    now: msk('2026-11-24 10:00'),
    requester: null,
    limits: { attachments: 10, attachmentBytes: 1 },
  });

  expect(channels.map(({ kind, address }) => [kind, address])).toEqual([
    ['mail', 'support@моидокументы.онлайн'],
  ]);
  expect({ mode, bridge }).toEqual({ mode: 'bridge', bridge: { channel: 'mail', clause: '1.5' } });
});

test('S2.3.5.1 POL: an edition holds from its first day, whether or not anybody was told before', () => {
  const next = {
    ...policy,
    pack: { ...policy.pack, edition: '2026-12-01', validFrom: '2026-12-01' },
  };
  const editions = policyRegistry([policy, next]);
  const inForce = (at: string) => editions.inForce('moidokumenty', msk(at));

  expect(policy.pack.publication.changes).toMatchObject({ notice: 'none', daysBefore: 0 });
  expect(inForce('2026-11-30 23:59:59.999')).toBe(policy);
  expect(inForce('2026-12-01 00:00')).toBe(next);
});
