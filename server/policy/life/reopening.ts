import { laterReply } from './auto-close.ts';
import { type Reopening, reopenOf } from './reopen.ts';
import type { StepContext } from './step.ts';

/**
 * What becomes of an ended ticket that its requester wants to go on with: after silence by the rule of
 * silence, else by the rule of reopening. Null while it has not ended, and for one that goes on in another.
 */
export function reopeningOf({
  policy,
  facts,
  state,
  at,
}: Omit<StepContext, 'by'>): Reopening | null {
  const { ending, mergedInto } = state;
  if (!ending || mergedInto !== null) return null;
  const later = laterReply(policy.pack);
  return ending.outcome === 'no_answer' && later
    ? { outcome: later.act, clause: later.clause }
    : reopenOf(policy, { resolvedAt: ending.at, now: at, missing: facts.missing });
}
