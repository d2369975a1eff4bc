/** A stretch of time in which somebody answers for what cannot wait. Instants in epoch milliseconds. */
export interface OnCallShift {
  readonly id: string;
  readonly agentId: string;
  readonly from: number;
  /** The first instant that is no longer part of it. */
  readonly until: number;
  /** 1 is called first. */
  readonly rank: number;
}

/** Shifts that run at an instant in the order in which people are called, each person once. */
export function onCallAt<Shift extends OnCallShift>(shifts: readonly Shift[], at: number): Shift[] {
  const called = new Set<string>();
  return shifts
    .filter(({ from, until }) => from <= at && at < until)
    .toSorted((a, b) => a.rank - b.rank || a.from - b.from || (a.id < b.id ? -1 : 1))
    .filter(({ agentId }) => !called.has(agentId) && called.add(agentId));
}

/**
 * Who is called next; undefined when everybody on call has been called, or nobody is.
 *
 * @param after agents who were called already; a shift may have changed meanwhile
 */
export const nextOnCall = <Shift extends OnCallShift>(
  shifts: readonly Shift[],
  at: number,
  after: readonly string[],
): Shift | undefined => onCallAt(shifts, at).find(({ agentId }) => !after.includes(agentId));
