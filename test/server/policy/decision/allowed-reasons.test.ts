import { describe, expect, test } from 'vitest';
import {
  allowedCauses,
  allowedReasons,
  refusalBy,
  type ReasonState,
} from '#server/policy/decision/allowed-reasons.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack: modme } = policyOf('modme');
const { pack: didox24 } = policyOf('didox24');
const { pack: moidokumenty } = policyOf('moidokumenty');
const { pack: technokad } = policyOf('technokad');
const { pack: jokercrm } = policyOf('jokercrm');
const fresh: ReasonState = {
  diagnosisStarted: false,
  missingFields: false,
  guaranteed: true,
  entitled: true,
  proven: true,
  outOfScope: false,
};
const named = (pack: typeof modme, change: Partial<ReasonState> = {}) =>
  allowedReasons(pack, { ...fresh, ...change }).map(({ action, reason }) => `${action} ${reason}`);

describe('S0.5.1 POL: training is excluded', () => {
  test('the refusal cites clause 5, shows a way and is an answer to the clock', () => {
    const refusal = refusalBy(modme, 'training', fresh);

    expect(refusal).toEqual({
      action: 'refuse',
      reason: 'training',
      clause: '5',
      nextStep: { code: 'write_to_channel', href: 'https://t.me/modme_support' },
      stopsClockAs: 'answer',
    });
    expect(refusal && isFirstResponse(modme, refusal.stopsClockAs)).toBe(true);
  });

  test('a reason that the regulation does not have is none', () => {
    expect(refusalBy(modme, 'bad-mood', fresh)).toBeUndefined();
  });
});

describe('what can be said only after looking', () => {
  test.each([
    ['an error of the customer', modme, 'customer-action'],
    ["other people's code", moidokumenty, 'third-party-code'],
    ['a breach of the licence', didox24, 'unlicensed-software'],
    ['what nobody can repeat', jokercrm, 'not-reproducible'],
  ])('%s', (_case, pack, reason) => {
    expect(named(pack)).not.toContain(`refuse ${reason}`);
    expect(named(pack, { diagnosisStarted: true })).toContain(`refuse ${reason}`);
    expect(refusalBy(pack, reason, { ...fresh, diagnosisStarted: true })?.reason).toBe(reason);
  });

  test('a cause', () => {
    expect(allowedCauses(modme, fresh)).toEqual([]);
    expect(allowedCauses(technokad, { diagnosisStarted: true })).toHaveLength(5);
    expect(
      allowedCauses(technokad, { diagnosisStarted: true }).map(({ liable }) => liable),
    ).toEqual(Array(5).fill(false));
  });
});

describe('reasons follow from the state of the request', () => {
  test.each([
    ['nobody known', technokad, { proven: false }, 'refuse no-identity'],
    ['not guaranteed', moidokumenty, { guaranteed: false }, 'refuse conditions-not-met'],
    ['no contract', didox24, { entitled: false }, 'refuse no-contract'],
    ['something missing', modme, { missingFields: true }, 'ask_missing clarify'],
    ['out of competence', technokad, { outOfScope: true }, 'refuse beyond-competence'],
  ])('%s', (_case, pack, change, reason) => {
    expect(named(pack)).not.toContain(reason);
    expect(named(pack, change)).toContain(reason);
  });

  test('putting off is offered beside refusing, each once', () => {
    const all = named(jokercrm, { diagnosisStarted: true });

    expect(all).toEqual(
      expect.arrayContaining([
        'defer not-reproducible',
        'defer insults',
        'refuse not-reproducible',
      ]),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  test('the first word on a reason stands, with its next step', () => {
    const reasons = allowedReasons(modme, { ...fresh, diagnosisStarted: true });

    expect(reasons.filter(({ reason }) => reason === 'customer-action')).toMatchObject([
      { clause: '5', nextStep: { code: 'write_to_channel' } },
    ]);
  });
});
