import type { ServiceStatement } from '#shared/wire/statement.ts';
import type { PromiseRun } from './promise-runs.ts';

type Attainment = ServiceStatement['attainment'][number];
type Promised = ServiceStatement['tickets'][number]['promises'][number];

/** A period, its end exclusive. Epoch milliseconds. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/**
 * What a promise counts as in a period: it is decided when it is too late or answered, whichever comes
 * first, and counts as decided in the period of that instant alone, also where its time had not begun yet.
 * Undefined where it was decided before the period or begins after it, or where nothing was due.
 */
export function outcomeIn(
  { startedAt, dueAt, stoppedAt, lateAt }: Omit<PromiseRun, 'clock' | 'brokenAt'>,
  { from, until }: Period,
): Promised['outcome'] | undefined {
  if (dueAt === null) return undefined;
  const decidedAt = Math.min(stoppedAt ?? Infinity, lateAt ?? Infinity);
  if (decidedAt < from) return undefined;
  if (decidedAt >= until) return startedAt < until ? 'open' : undefined;
  return lateAt === null ? 'kept' : 'broken';
}

/** How often each clause was kept, by clock and clause in the order of their first appearance. */
export function attainmentOf(
  promises: readonly Pick<Promised, 'clock' | 'clause' | 'outcome'>[],
): Attainment[] {
  const counts = new Map<string, Attainment>();
  for (const { clock, clause, outcome } of promises) {
    const key = `${clock} ${clause ?? ''}`;
    const known = counts.get(key) ?? { clock, clause, kept: 0, broken: 0, open: 0, share: null };
    const counted = { ...known, [outcome]: known[outcome] + 1 };
    const decided = counted.kept + counted.broken;
    counts.set(key, { ...counted, share: decided === 0 ? null : counted.kept / decided });
  }
  return [...counts.values()];
}
