import type { Outcome } from '#shared/vocabulary.ts';

/** What an outcome counts as in reports and surveys. */
export interface OutcomeCounts {
  readonly solved: boolean;
  /** Whether the requester is asked how it went. */
  readonly surveyed: boolean;
  readonly followedUp: boolean;
}

const counts = {
  solved: { solved: true, surveyed: true, followedUp: true },
  handed_over: { solved: false, surveyed: false, followedUp: false },
  declined: { solved: false, surveyed: false, followedUp: false },
  done: { solved: false, surveyed: false, followedUp: false },
  noted: { solved: false, surveyed: false, followedUp: false },
  no_answer: { solved: false, surveyed: false, followedUp: false },
  refused: { solved: false, surveyed: false, followedUp: false },
  referred: { solved: false, surveyed: false, followedUp: false },
  withdrawn: { solved: false, surveyed: false, followedUp: false },
  merged: { solved: false, surveyed: false, followedUp: false },
  spam: { solved: false, surveyed: false, followedUp: false },
} as const satisfies Record<Outcome, OutcomeCounts>;

/** Silence is not a solution: what ended in it is neither counted as solved nor asked about. */
export const outcomeCounts = (outcome: Outcome): OutcomeCounts => counts[outcome];
