import type { OutcomeChange } from './edition-diff-outcome.ts';
import type { ReplayedTicket } from '#server/policy/simulate.ts';

/** What another edition would have changed, in numbers. */
export interface SimulationSummary {
  readonly tickets: number;
  /** Tickets that would have been decided otherwise in any way. */
  readonly changed: number;
  /** How many changed in each way; one ticket may change in several. */
  readonly byAspect: Readonly<Partial<Record<OutcomeChange['aspect'], number>>>;
  /** Of the terms that changed: earlier, later, promised at all, not promised any more, another reason for none. */
  readonly terms: Readonly<Record<TermChange, number>>;
  /** First responses that are late. */
  readonly late: {
    readonly before: number;
    readonly after: number;
    readonly only: { readonly before: number; readonly after: number };
  };
  /** Tickets whose own edition, asked again, does not answer what is stored. */
  readonly uncertain: number;
  /** The first tickets that changed. */
  readonly examples: readonly ReplayedTicket[];
}

const termChanges = ['earlier', 'later', 'gained', 'lost', 'reason'] as const;
type TermChange = (typeof termChanges)[number];

/** Counts replayed tickets one by one, and keeps only examples of them. */
export interface SimulationTally {
  add(replayed: ReplayedTicket): void;
  summary(): SimulationSummary;
}

/** @param exampleCount how many changed tickets are kept */
export function simulationTally(exampleCount: number): SimulationTally {
  const examples: ReplayedTicket[] = [];
  const byAspect: Partial<Record<OutcomeChange['aspect'], number>> = {};
  const terms: Record<TermChange, number> = { earlier: 0, later: 0, gained: 0, lost: 0, reason: 0 };
  let [tickets, changed, uncertain] = [0, 0, 0];
  const late = { before: 0, after: 0, only: { before: 0, after: 0 } };
  return {
    add: (replayed) => {
      tickets += 1;
      if (!replayed.certain) uncertain += 1;
      const { before, after } = replayed.late;
      if (before) late.before += 1;
      if (after) late.after += 1;
      if (before && !after) late.only.before += 1;
      if (after && !before) late.only.after += 1;
      if (replayed.changes.length === 0) return;
      changed += 1;
      if (examples.length < exampleCount) examples.push(replayed);
      for (const change of replayed.changes) {
        byAspect[change.aspect] = (byAspect[change.aspect] ?? 0) + 1;
        if (change.aspect === 'term') terms[termChangeOf(change.from.dueAt, change.to.dueAt)] += 1;
      }
    },
    summary: () => ({
      tickets,
      changed,
      byAspect: { ...byAspect },
      terms: { ...terms },
      late: { ...late, only: { ...late.only } },
      uncertain,
      examples: [...examples],
    }),
  };
}

function termChangeOf(from: number | null, to: number | null): TermChange {
  if (from === null) return to === null ? 'reason' : 'gained';
  if (to === null) return 'lost';
  return to < from ? 'earlier' : 'later';
}
