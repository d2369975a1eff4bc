import { describe, expect, test } from 'vitest';
import { escalate, nextUpdateOf, type EscalationRequest } from '#server/policy/life/escalation.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const friday = uzt('2026-11-20 18:30');
const eta = uzt('2026-11-24 12:00');
const request = (change: Partial<EscalationRequest> = {}): EscalationRequest => ({
  to: 'development',
  reason: 'needs a change of the schedule module',
  at: friday,
  told: { etaAt: eta },
  ...change,
});

describe('S0.11.2 POL: handing over is complete once the requester knows the terms', () => {
  test.each([
    ['nothing told', null],
    ['told without a day', {}],
  ])('%s: within a working day', (_case, told) => {
    expect(escalate(modme, request({ told }))).toEqual({
      outcome: 'tell_requester',
      informBy: { kind: 'ends', at: uzt('2026-11-21 18:30'), estimated: false },
      clause: '11',
    });
  });

  test.each([
    ['a day', { etaAt: eta }],
    ['when the next news come', { nextUpdateAt: eta }],
  ])('told %s', (_case, told) => {
    expect(escalate(modme, request({ told }))).toMatchObject({
      outcome: 'handed_over',
      clause: '11',
    });
  });

  test.each([
    ['nobody known', { to: 'the moon' }, 'unknown_target'],
    ['no reason', { reason: ' ' }, 'no_reason'],
  ])('%s', (_case, change, why) => {
    expect(escalate(modme, request(change))).toEqual({ outcome: 'refused', why });
  });

  test('a regulation that knows no such step', () => {
    expect(escalate(policyOf('didox24'), request())).toEqual({
      outcome: 'refused',
      why: 'not_provided',
    });
  });
});

describe('S0.11.3 POL: no day of solution, only the next news', () => {
  const rule = modme.pack.escalation;
  const next = (told: number | undefined, from: number) =>
    rule && nextUpdateOf(modme, rule, told, from);

  test('five working days without another word', () => {
    expect(escalate(modme, request())).toMatchObject({
      nextUpdate: { kind: 'ends', at: uzt('2026-11-26 18:30') },
    });
  });

  test('each update arms it anew', () => {
    expect(next(undefined, uzt('2026-11-26 12:00'))).toMatchObject({ at: uzt('2026-12-02 12:00') });
  });

  test.each([
    ['an earlier day that was told', '2026-11-24 12:00', '2026-11-24 12:00'],
    ['a later one is too late', '2026-12-24 12:00', '2026-11-26 18:30'],
  ])('%s', (_case, told, at) => {
    expect(next(uzt(told), friday)).toMatchObject({ kind: 'ends', at: uzt(at) });
  });

  test('nothing is said of a solution', () => {
    const { notices, ...decision } = decisionOf(modme, {
      receivedAt: friday,
      arrival: 'widget',
      category: 'error',
      answered: new Set(),
      attachments: 0,
      requester: { proven: true, entitlement: {} },
    });

    expect(notices).toContainEqual({ code: 'no_resolution_term', clause: '11' });
    expect(Object.keys(decision).filter((key) => /resol|solution/i.test(key))).toEqual([]);
    expect(modme.pack.clocks.resolution).toMatchObject({ promised: false, clauses: ['11'] });
  });
});
