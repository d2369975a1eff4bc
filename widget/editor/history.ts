import type { Mark } from '#widget/editor/mark.ts';

type Marks = readonly Mark[];

/** Every state of the marks that can be gone to, the first one first, and which of them is now. */
export interface History {
  readonly states: readonly Marks[];
  readonly at: number;
}

export const freshHistory = (marks: Marks): History => ({ states: [marks], at: 0 });

export const marksNow = ({ states, at }: History): Marks => states[at] ?? [];

/** The next state; `merge` makes it one step with the last, for a key that is held. */
export function changedTo({ states, at }: History, next: Marks, merge = false): History {
  const before = states.slice(0, merge && at > 0 ? at : at + 1);
  return { states: [...before, next], at: before.length };
}

/** One step back, or forward again. */
export type Turn = -1 | 1;

/** Undefined where there is no such step. */
export const turned = ({ states, at }: History, by: Turn): History | undefined =>
  states[at + by] && { states, at: at + by };
