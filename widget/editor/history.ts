import type { Mark } from '#widget/editor/mark.ts';

type Marks = readonly Mark[];

/** The marks as they are, and every state before and after that can be gone back to. */
export interface History {
  readonly marks: Marks;
  readonly past: readonly Marks[];
  readonly future: readonly Marks[];
}

export const freshHistory = (marks: Marks): History => ({ marks, past: [], future: [] });

/** The next state; `merge` makes it one step with the last, for a key that is held. */
export const changedTo = ({ marks, past }: History, next: Marks, merge = false): History => ({
  marks: next,
  past: merge && past.length > 0 ? past : [...past, marks],
  future: [],
});

/** One step back; the same history where there is none. */
export function undone(history: History): History {
  const { marks, past, future } = history;
  const before = past.at(-1);
  if (!before) return history;
  return { marks: before, past: past.slice(0, -1), future: [marks, ...future] };
}

/** One step forward again; the same history where nothing was undone. */
export function redone(history: History): History {
  const { marks, past, future } = history;
  const [after, ...later] = future;
  if (!after) return history;
  return { marks: after, past: [...past, marks], future: later };
}
