import type { Outcome } from '#shared/vocabulary.ts';
import type { OutcomeReport } from '#shared/wire/reports.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Ended tickets that are alike. `openSeconds`: from the receipt to the end, of all of them together. */
export interface EndedTickets {
  readonly category: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly cause: string | null;
  readonly tickets: number;
  readonly openSeconds: number;
}

/** How often a ticket was put off by a reason. */
export interface DeferredTimes {
  readonly reason: string;
  readonly times: number;
}

/**
 * Counts what tickets ended in. What lies with others by a cause of the regulation is counted apart
 * and not as the vendor's own; a cause that the pack no longer names is nobody's excuse.
 */
export function outcomeReport(
  { scope, intake }: PolicyPack,
  ended: readonly EndedTickets[],
  deferred: readonly DeferredTimes[],
): Omit<OutcomeReport, 'from' | 'to'> {
  const liable = (cause: string) => scope.causes.find(({ id }) => id === cause)?.liable ?? true;
  const own = ended.filter(({ cause }) => cause === null || liable(cause));
  return {
    ended: ticketsOf(ended),
    outcomes: grouped(ended, ({ outcome }) => outcome).map(([outcome, alike]) => ({
      outcome,
      tickets: ticketsOf(alike),
    })),
    categories: grouped(ended, ({ category }) => category).map(([category, alike]) => ({
      category,
      team: intake.categories.find(({ id }) => id === category)?.team ?? null,
      tickets: ticketsOf(alike),
    })),
    reasons: [
      ...grouped(ended, ({ reason }) => reason).map(([reason, alike]) => ({
        act: 'end' as const,
        reason,
        times: ticketsOf(alike),
      })),
      ...deferred.map(({ reason, times }) => ({ act: 'defer' as const, reason, times })),
    ],
    causes: grouped(ended, ({ cause }) => cause).map(([cause, alike]) => ({
      cause,
      liable: liable(cause),
      ...shareOf(alike),
    })),
    own: shareOf(own),
  };
}

/** By a name that not all have, in the order in which they come. */
function grouped<Key extends string>(
  ended: readonly EndedTickets[],
  nameOf: (one: EndedTickets) => Key | null,
): [Key, EndedTickets[]][] {
  const groups = new Map<Key, EndedTickets[]>();
  for (const one of ended) {
    const name = nameOf(one);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups];
}

const ticketsOf = (ended: readonly EndedTickets[]): number =>
  ended.reduce((sum, { tickets }) => sum + tickets, 0);

const shareOf = (ended: readonly EndedTickets[]) => ({
  tickets: ticketsOf(ended),
  openSeconds: ended.reduce((sum, { openSeconds }) => sum + openSeconds, 0),
});
