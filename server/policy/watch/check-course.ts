/** How a check stands before a look. */
export interface CheckStanding {
  readonly failuresInARow: number;
  /** Failures in a row that make an incident. */
  readonly failuresToOpen: number;
}

/** What a look at it leads to. */
export interface CheckCourse {
  readonly failuresInARow: number;
  readonly effect: 'none' | 'open' | 'recover';
}

/** One failure may be the network's: an incident takes several in a row, and one success ends it. */
export function checkCourse(
  { failuresInARow, failuresToOpen }: CheckStanding,
  passed: boolean,
): CheckCourse {
  if (passed) {
    return { failuresInARow: 0, effect: failuresInARow >= failuresToOpen ? 'recover' : 'none' };
  }
  const failures = failuresInARow + 1;
  return { failuresInARow: failures, effect: failures >= failuresToOpen ? 'open' : 'none' };
}
