import type { UnstatedReason } from '#shared/vocabulary.ts';
import type { Decision, FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Due } from './due.ts';

/** A first response that is promised, in numbers, or the reason why none is. */
export interface ResponseRuling extends Pick<
  FirstResponsePromise,
  'clause' | 'target' | 'reading'
> {
  /** Epoch milliseconds; null always comes with `unstated`. */
  readonly dueAt: number | null;
  readonly unstated?: UnstatedReason;
  /** A day was counted whose calendar is not final. */
  readonly estimated: boolean;
  /** What was counted; null where nothing was. Kept where a missing calendar refuses the promise. */
  readonly due: Due | null;
}

/**
 * What the policy says to a request, in numbers. `presentDecision` turns it into the decision that is
 * stored and shown, with every stretch of time that was counted.
 */
export interface Ruling extends Omit<Decision, 'firstResponse'> {
  readonly firstResponse: ResponseRuling;
}
