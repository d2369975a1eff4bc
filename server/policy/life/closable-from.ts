import type { Policy } from '#server/policy/packs.ts';
import type { LifeState } from './life-state.ts';
import { silenceOf } from './step-endings.ts';

/**
 * From when on the requester's silence lets an agent close a ticket, unless something happens before;
 * null where it never does, or not before a reminder has gone out. Epoch milliseconds.
 */
export function closableFrom(policy: Policy, state: LifeState): number | null {
  const { waiting } = state;
  const silence = waiting && silenceOf({ policy, state, at: waiting.since });
  if (silence?.state === 'eligible') return waiting?.since ?? null;
  return silence?.state === 'waiting' && silence.remindAt === null ? silence.eligibleAt : null;
}
