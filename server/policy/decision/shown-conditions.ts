import type { Answer } from '#shared/wire/ticket.ts';
import type { ConditionState } from './request-flags.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** A condition of support and how it stands by somebody's word. */
export interface ShownCondition {
  /** An id of `entitlement.conditions`, or what else a requester vouches for. */
  readonly subject: string;
  readonly state: ConditionState;
}

/** What the answers of a request say of the conditions of support. A question left open says nothing. */
export function shownConditions(
  { entitlement }: PolicyPack,
  answers: Readonly<Record<string, Answer>>,
): ShownCondition[] {
  return entitlement.conditions.flatMap(({ id, askedBy }) => {
    const chosen = askedBy && answers[askedBy.field];
    if (!askedBy || typeof chosen !== 'string' || chosen === '') return [];
    const state = askedBy.held.includes(chosen)
      ? 'held'
      : askedBy.broken.includes(chosen)
        ? 'broken'
        : 'unknown';
    return [{ subject: id, state }];
  });
}
