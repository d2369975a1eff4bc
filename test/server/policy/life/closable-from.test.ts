import { expect, test } from 'vitest';
import { closableFrom } from '#server/policy/life/closable-from.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { silenceOf } from '#server/policy/life/step-endings.ts';
import { diceOf } from '#test/support/dice.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

const hourMs = 3_600_000;
const reasons = ['no_confirmation', 'no_information'] as const;

test.each(packFiles.map((file) => file.split('.')[0] ?? ''))(
  '%s: silence lets an agent close from the stored instant on, and not before',
  (vendor) => {
    const policy = policyOf(vendor);
    const dice = diceOf(23);
    const wrong: unknown[] = [];
    let closable = 0;
    for (let round = 0; round < 2000; round += 1) {
      const since = Date.UTC(2026, dice.whole(0, 9), dice.whole(1, 28), dice.whole(0, 23));
      const after = () => since + dice.whole(0, 300) * hourMs;
      const state = {
        status: 'waiting_requester',
        waiting: {
          for: dice.pick(reasons),
          since,
          reminders: 1,
          remindedAt: dice.chance(0.4) ? null : after(),
        },
        lastRequesterMessageAt: dice.chance(0.2) ? after() : null,
      } as unknown as LifeState;
      const from = closableFrom(policy, state);
      if (from !== null) closable += 1;
      for (const at of from === null ? [after()] : [after(), from - 1, from]) {
        const may = silenceOf({ policy, state, at })?.state === 'eligible';
        if (may !== (from !== null && at >= from)) wrong.push({ state, from, at });
      }
    }

    expect(wrong).toEqual([]);
    expect(closable > 100).toBe(policy.pack.autoClose !== null);
  },
);
