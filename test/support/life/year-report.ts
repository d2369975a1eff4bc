import { expect } from 'vitest';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';
import { expectAgreement } from './agrees.ts';
import { readLog, type ReadEvent } from './log-reader.ts';

/** A ticket at the end of a year. */
export interface EndedTicket {
  readonly log: readonly ReadEvent[];
  readonly state: LifeState;
}

/** What a reader of the logs counts. */
export interface YearReport {
  readonly tickets: number;
  readonly events: number;
  /** Waits that were to end by an instant. */
  readonly promises: number;
  readonly breaches: number;
  readonly ends: Readonly<Record<string, number>>;
}

/**
 * Reads every log of a year and holds what it says against the states: every promise that was passed is
 * marked as broken and no other, and only those end tickets who may.
 *
 * @param end when the year ended, epoch milliseconds
 */
export function readYear(
  { pack }: Policy,
  tickets: readonly EndedTicket[],
  end: number,
): YearReport {
  let [events, promises, breaches] = [0, 0, 0];
  const ends: Record<string, number> = {};
  for (const { log, state } of tickets) {
    expectAgreement(log, state);
    const read = readLog(log);
    events += log.length;
    for (const wait of Object.values(read.waits).flat()) {
      const broken = wait.brokenFrom !== null && wait.brokenFrom <= (wait.until ?? end);
      if (broken !== (wait.breachedAt !== null)) expect({ log, wait }).toBe('marked as it was');
      if (wait.dueAt !== null) promises += 1;
      if (wait.breachedAt !== null) breaches += 1;
      if (wait.breachedAt !== null && wait.breachedAt < (wait.brokenFrom ?? 0))
        expect(wait).toBe('broken after it was due');
    }
    if (read.endedBy === 'system') expect(pack.autoClose?.mode).toBe('auto');
    const name = read.outcome === null ? `still ${read.status}` : `${read.outcome} ${read.endedBy}`;
    ends[name] = (ends[name] ?? 0) + 1;
  }
  return { tickets: tickets.length, events, promises, breaches, ends };
}
