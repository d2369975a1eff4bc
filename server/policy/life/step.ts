import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ReasonState } from '#server/policy/decision/allowed-reasons.ts';
import type { MissingField } from '#server/policy/decision/intake.ts';
import type { PackCategory } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { LifeEvent } from './life-event.ts';
import type { LifeState } from './life-state.ts';
import type { Mover } from './transition.ts';

/** What was decided about a request when it came. */
export interface LifeFacts {
  readonly missing: readonly MissingField[];
  readonly conditions: Omit<ReasonState, 'diagnosisStarted' | 'missingFields'>;
  readonly plan: string | null;
  /** The first response as it is promised now. */
  readonly promise: FirstResponsePromise;
  /** The vendor's own watch opened it: nobody reads what is said to its requester. */
  readonly ofWatch?: boolean;
}

/** One act on one ticket. */
export interface StepContext {
  readonly policy: Policy;
  readonly facts: LifeFacts;
  readonly state: LifeState;
  readonly by: Mover;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What happens to a ticket without anybody's doing: nothing that was decided about its request matters. */
export type SystemContext = Omit<StepContext, 'facts'>;

/** The events that an act comes to, or why it does not. */
export type StepResult = Result<readonly LifeEvent[], Problem>;

/** What an act comes to; nothing where it was done before. */
export const events = (...all: readonly LifeEvent[]): StepResult => succeed(all);

/** Why an act comes to nothing. */
export const refuse = (problem: Problem): StepResult => fail(problem);

/** What this ticket is by nature. Undefined where its edition knows no such category. */
export const categoryOf = ({ policy, state }: StepContext): PackCategory | undefined =>
  policy.categories.get(state.category);

/** What the regulation's reasons are looked up by. */
export const reasonState = ({ facts, state }: StepContext): ReasonState => ({
  ...facts.conditions,
  missingFields: facts.missing.length > 0,
  diagnosisStarted: state.diagnosisStartedAt !== null,
});

/** @param at epoch milliseconds */
export const instant = (at: number): string => new Date(at).toISOString();
