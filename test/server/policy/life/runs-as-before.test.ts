import { describe, expect, test } from 'vitest';
import { runsAsBefore } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { policyOf } from '#test/support/policies.ts';

const policy = policyOf('moidokumenty');
const at = (hour: number) => Date.UTC(2026, 10, 2, hour);
const iso = (hour: number) => new Date(at(hour)).toISOString();

const opened = (responseWarnAt: string | null): LifeState =>
  evolve(
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
        receivedAt: iso(7),
        responseStartsAt: iso(7),
        responseDueAt: iso(12),
        responseWarnAt,
        diagnosisDueAt: null,
      },
    },
    at(7),
  );
const after = (state: LifeState, event: LifeEvent, hour: number) => evolve(state, event, at(hour));
const breach: LifeEvent = { kind: 'due_breached', params: { clock: 'first_response' } };
const note: LifeEvent = { kind: 'noted', params: { digest: 'd' } };

describe('what is armed for a ticket stands', () => {
  test('where something happens that no deadline hangs on', () => {
    const state = opened(iso(11));

    expect(runsAsBefore(policy, state, after(state, note, 9))).toBe(true);
  });

  test('where the one deadline that ran has come, and nothing else', () => {
    const state = opened(null);
    const late = after(state, breach, 13);

    expect(runsAsBefore(policy, state, late, 'first_response.due')).toBe(true);
    expect(runsAsBefore(policy, state, late)).toBe(false);
  });

  test('not where a deadline goes with the one that has come', () => {
    const state = opened(iso(11));

    expect(runsAsBefore(policy, state, after(state, breach, 13), 'first_response.due')).toBe(false);
  });

  test('not where the deadline that has come runs on to another instant', () => {
    const state = opened(null);

    expect(runsAsBefore(policy, state, state, 'first_response.due')).toBe(false);
  });

  test('not where an instant moves, comes or goes', () => {
    const state = opened(null);
    const moved: LifeEvent = {
      kind: 'due_moved',
      params: { from: iso(12), to: iso(13), calendar: 'c' },
    };
    const responded: LifeEvent = { kind: 'first_responded', params: { by: 'answer' } };
    const asked: LifeEvent = { kind: 'asked', params: { digest: 'd' } };

    for (const event of [moved, responded, asked]) {
      expect(runsAsBefore(policy, state, after(state, event, 9)), event.kind).toBe(false);
    }
  });

  test('not where an instant follows from the calendar: it is counted anew', () => {
    const waiting = after(opened(null), { kind: 'asked', params: { digest: 'd' } }, 9);

    expect(runsAsBefore(policy, waiting, after(waiting, note, 10))).toBe(false);
  });
});
