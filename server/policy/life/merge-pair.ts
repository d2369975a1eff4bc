import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { hasEnded, type LifeState } from './life-state.ts';
import { categoryOf, type StepContext } from './step.ts';
import { takeStep, type Step } from './take-step.ts';

/** One of two tickets of a vendor. */
export interface PairSide {
  readonly ticketId: string;
  readonly requesterId: string;
  readonly context: StepContext;
}

/** What happens to both. */
export interface PairSteps {
  readonly source: Step;
  readonly target: Step;
}

/** Kinds of requests whose ends have rules of their own: nobody gets around them by a merge. */
const apart = ['proposal', 'vulnerability'];

/**
 * Two requests of one person that are one matter: the first goes on in the second, under the clock of
 * the earliest receipt. Requests of different people are linked instead, because what one of them
 * wrote is nobody else's to read.
 *
 * Fails with `other_ticket.same`, `merge.other_requester`, `merge.other_kind`, `merge.target_over` or as
 * `takeStep` does for either.
 */
export function mergePair(source: PairSide, target: PairSide): Result<PairSteps, Problem> {
  if (source.ticketId === target.ticketId) return fail({ code: 'other_ticket.same' });
  if (source.requesterId !== target.requesterId) return fail({ code: 'merge.other_requester' });
  const merged = takeStep(source.context, { act: 'merge', into: target.ticketId });
  if (!merged.ok) return merged;
  if (kindOf(source) !== kindOf(target)) return fail({ code: 'merge.other_kind' });
  const { state: other } = target.context;
  if (hasEnded(other) || other.status === 'awaiting_channel') {
    return fail({ code: 'merge.target_over' });
  }
  const state = merged.value.state.beforeMerge ?? source.context.state;
  const receipt = { receivedAt: state.receivedAt, response: owedBy(state) };
  const absorbed = takeStep(target.context, { act: 'absorb', from: source.ticketId, receipt });
  return absorbed.ok ? succeed({ source: merged.value, target: absorbed.value }) : absorbed;
}

/** Takes a merged ticket out again: both stand as if they had never been one. Fails as `takeStep` does. */
export function unmergePair(source: PairSide, target: PairSide): Result<PairSteps, Problem> {
  const alone = takeStep(source.context, { act: 'unmerge' });
  if (!alone.ok) return alone;
  const left = takeStep(target.context, { act: 'separate', from: source.ticketId });
  return left.ok ? succeed({ source: alone.value, target: left.value }) : left;
}

/** Two tickets that have to do with each other and go on by themselves. Fails with `other_ticket.same`. */
export function linkPair(source: PairSide, target: PairSide): Result<PairSteps, Problem> {
  if (source.ticketId === target.ticketId) return fail({ code: 'other_ticket.same' });
  const there = takeStep(source.context, { act: 'link', to: target.ticketId });
  if (!there.ok) return there;
  const back = takeStep(target.context, { act: 'link', to: source.ticketId });
  return back.ok ? succeed({ source: there.value, target: back.value }) : back;
}

/** A promise that was kept is kept; one that still runs goes along. */
const owedBy = ({ clocks: { first_response: clock } }: LifeState) =>
  clock && clock.stoppedAt === null ? clock : null;

const kindOf = ({ context }: PairSide): string | null => {
  const type = categoryOf(context)?.type ?? null;
  return type !== null && apart.includes(type) ? type : null;
};
