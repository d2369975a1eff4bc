import { describe, expect, test } from 'vitest';
import {
  allowedCauses,
  allowedReasons,
  refusalBy,
  type ReasonState,
} from '#server/policy/decision/allowed-reasons.ts';
import { closingAnswer, type AnswerDraft } from '#server/policy/life/closing-answer.ts';
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

describe('answers that close', () => {
  const draft = (kind: string | null, holds: AnswerDraft['holds'] = {}, cause = 'product-error') =>
    closingAnswer(didox24, { cause, kind, holds });

  test.each<[string, string, AnswerDraft['holds']]>([
    ['the version that has it', 'existing-version', { version: '1.6.0' }],
    ['the update that mends it', 'existing-update', { update: 'U-12' }],
    ['the day of the release', 'planned', { date: '2027-Q1' }],
    ['a way round', 'workaround', { workaround: 'KB-7' }],
  ])('an error of the product closes with %s', (_case, kind, holds) => {
    expect(draft(kind, holds)).toEqual({ outcome: 'accepted', clause: '3.2' });
    expect(draft(kind)).toMatchObject({ outcome: 'incomplete', needs: Object.keys(holds)[0] });
  });

  test.each([
    ['no answer named', null],
    ['advice alone', 'consultation'],
  ])('and with nothing else: %s', (_case, kind) => {
    expect(draft(kind)).toEqual({
      outcome: 'other_kind_needed',
      oneOf: ['existing-version', 'existing-update', 'planned', 'workaround'],
      clause: '3.2',
    });
  });

  test('another cause closes with advice, or with no kind at all', () => {
    expect(draft('consultation', {}, 'operator')).toMatchObject({ outcome: 'accepted' });
    expect(draft(null, {}, 'operator')).toMatchObject({ outcome: 'accepted' });
  });

  test('a link has to lead to something', () => {
    expect(draft('resources', {}, 'operator')).toMatchObject({
      outcome: 'incomplete',
      needs: 'article',
    });
    expect(draft('resources', { article: 'KB-1' }, 'operator')).toMatchObject({
      outcome: 'accepted',
    });
  });

  test('a kind that the pack does not name is none', () => {
    expect(draft('poem')).toEqual({ outcome: 'unknown_kind' });
  });

  test('a regulation without a list of answers takes any', () => {
    const none = { ...modme, answers: null };

    expect(closingAnswer(none, { cause: null, kind: null, holds: {} })).toEqual({
      outcome: 'accepted',
      clause: undefined,
    });
  });
});
