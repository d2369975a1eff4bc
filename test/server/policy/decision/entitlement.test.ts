import { describe, expect, test } from 'vitest';
import {
  askedCategory,
  entitlementOf,
  provenCategory,
} from '#server/policy/decision/entitlement.ts';
import { bridgeToMail, contractOnly, policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

// Tashkent is five hours ahead of UTC all year
const dates = { validFrom: '2026-11-01', validUntil: '2026-11-20' };

test.each([
  ['the millisecond before its first day', '2026-10-31T18:59:59.999Z', 'missing'],
  ['the first instant of its first day', '2026-10-31T19:00:00.000Z', 'entitled'],
  ['the last millisecond of its last day', '2026-11-20T18:59:59.999Z', 'entitled'],
  ['the first instant after it', '2026-11-20T19:00:00.000Z', 'lapsed'],
])('S0.3.1 POL: a plan is counted in days of the vendor: %s', (_case, at, state) => {
  const requester = { proven: true, entitlement: dates };

  expect(entitlementOf(policyOf('modme'), requester, Date.parse(at))).toMatchObject({
    state,
    clause: '3',
    validUntil: '2026-11-20',
  });
});

test('a day of a vendor in Moscow ends two hours later', () => {
  const policy = policyWith({
    ...contractOnly,
    desk: { hours: 'not_stated', timezone: 'Europe/Moscow', clause: '7' },
  });
  const requester = { proven: true, entitlement: dates };
  const stateAt = (at: string) => entitlementOf(policy, requester, Date.parse(at)).state;

  expect(stateAt('2026-11-20T20:59:59.999Z')).toBe('entitled');
  expect(stateAt('2026-11-20T21:00:00.000Z')).toBe('lapsed');
});

const noon = Date.parse('2026-11-10T07:00:00Z');

test.each([
  ['without dates it holds', { proven: true, entitlement: {} }, 'entitled', 'promise'],
  ['nothing known', { proven: true, entitlement: null }, 'missing', 'contract_route'],
  ['over', { proven: true, entitlement: { validUntil: '2026-11-09' } }, 'lapsed', 'contract_route'],
  ['nobody vouches', { proven: false, entitlement: dates }, 'unverified', 'promise'],
])('what follows is the choice of the pack: %s', (_case, requester, state, effect) => {
  expect(entitlementOf(policyWith(contractOnly), requester, noon)).toMatchObject({ state, effect });
});

test('dates that nobody vouches for are not repeated', () => {
  const requester = { proven: false, entitlement: dates };

  expect(entitlementOf(policyOf('modme'), requester, noon)).not.toHaveProperty('validUntil');
});

describe('categories of requesters', () => {
  const policy = policyWith(bridgeToMail);
  const person = (proven: boolean, category?: string) => ({ proven, category, entitlement: null });

  test.each([
    ['a signed identity alone', person(true), 'user', 'user', 'entitled'],
    ['a signed identity that claims one', person(true, 'office'), 'office', 'office', 'entitled'],
    ['a claim that the pack does not know', person(true, 'king'), 'user', 'user', 'entitled'],
    ['a claim that nobody signed', person(false, 'user'), undefined, 'office', 'unverified'],
  ])('%s', (_case, requester, proven, asked, state) => {
    expect(provenCategory(policy.pack, requester)).toBe(proven);
    expect(askedCategory(policy.pack, requester)).toBe(asked);
    expect(entitlementOf(policy, requester, noon).state).toBe(state);
  });

  test('where each category has to be claimed, a bare identity is not enough', () => {
    const claimed = policyWith({
      ...bridgeToMail,
      requesters: {
        anonymous: { allowed: false, clause: '6' },
        categories: (bridgeToMail.requesters?.categories ?? []).map((category) => ({
          ...category,
          proof: 'claim' as const,
        })),
      },
    });

    expect(entitlementOf(claimed, person(true), noon).state).toBe('missing');
  });
});
