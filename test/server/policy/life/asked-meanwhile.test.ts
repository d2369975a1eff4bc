import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';
import { takeStep } from '#server/policy/life/take-step.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('moidokumenty');
const at = (day: number) => Date.UTC(2026, 10, day, 9);
const iso = (day: number) => new Date(at(day)).toISOString();
const told = (state: LifeState | null, event: LifeEvent, day: number) =>
  evolve(state, event, at(day));

const opened = told(
  null,
  {
    kind: 'opened',
    params: {
      edition: 'e',
      category: policy.pack.intake.categories[0]?.id ?? '',
      severity: 'normal',
      complete: true,
      acknowledged: false,
      digest: 'd',
      receivedAt: iso(2),
      responseStartsAt: iso(2),
      responseDueAt: null,
      responseWarnAt: null,
      diagnosisDueAt: null,
    },
  },
  2,
);
const elsewhere = {
  escalated: told(
    opened,
    {
      kind: 'escalated',
      params: { to: 'd', digest: 'd', eta: null, nextUpdateBy: null, clause: '1', priority: false },
    },
    2,
  ),
  waiting_release: told(
    opened,
    { kind: 'release_planned', params: { on: '2026-12-20', version: null } },
    2,
  ),
};
const back: Readonly<Record<keyof typeof elsewhere, LifeEvent>> = {
  escalated: { kind: 'returned', params: {} },
  waiting_release: { kind: 'release_shipped', params: { version: '2' } },
};
const asking: readonly LifeEvent[] = [
  { kind: 'asked', params: { digest: 'd' } },
  { kind: 'replied', params: { digest: 'd', answer: null, proposes: true } },
];

describe.each(['escalated', 'waiting_release'] as const)('a ticket that stands %s', (status) => {
  const asked = asking.map((event) => told(elsewhere[status], event, 3));

  test('stays there when its requester is asked, and no silence runs against it', () => {
    for (const state of asked) {
      const closing = takeStep(
        {
          policy,
          facts: { missing: [], conditions: {} as never, plan: null, promise: {} as never },
          state,
          by: 'agent',
          at: at(28),
        },
        { act: 'close_silent' },
      );

      expect(state.status).toBe(status);
      expect(silenceOf({ policy, state, at: at(28) })).toBeUndefined();
      expect(deadlinesOf(policy, state).filter(({ kind }) => kind.startsWith('silence'))).toEqual(
        [],
      );
      expect(closing).toMatchObject({ ok: false, failure: { code: 'close.not_due' } });
    }
  });

  test('gives its requester the whole term once the desk has done its part', () => {
    for (const state of asked) {
      const returned = told(state, back[status], 24);

      expect(returned.status).toBe('waiting_requester');
      expect(silenceOf({ policy, state: returned, at: at(24) })).toMatchObject({
        state: 'waiting',
      });
      expect(deadlinesOf(policy, returned).map(({ kind }) => kind)).toContain('silence.remind');
      expect(
        Math.min(...deadlinesOf(policy, returned).map(({ fireAt }) => fireAt)),
      ).toBeGreaterThan(at(24));
    }
  });
});
