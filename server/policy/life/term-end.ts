import type { DayReading } from '#shared/vocabulary.ts';
import type { Duration } from '#shared/wire/decision.ts';
import { dueBy } from '#server/policy/decision/due.ts';
import type { Policy } from '#server/policy/packs.ts';

/** Where a term ends, epoch milliseconds, or why nobody can say. */
export type TermEnd =
  | {
      readonly kind: 'ends';
      readonly at: number;
      /** A day was counted whose calendar is not final. */
      readonly estimated: boolean;
    }
  | { readonly kind: 'unstated'; readonly reason: 'term_not_stated' | 'hours_not_stated' };

/** How a term of days is read outside the first response, where hours per day are never stated. */
export type TermReading = Exclude<DayReading, 'businessHours'>;

/**
 * Where a term of the regulation ends that begins at `from`. What the desk promises is read early
 * (`clamped`), what runs against a requester late (`endOfDay`): the caller names which it is.
 * Nothing is invented: no term, no hours or no calendar that the policy trusts gives no instant.
 *
 * @param from epoch milliseconds
 */
export function termEnd(
  { desk }: Policy,
  from: number,
  target: Duration | null,
  reading: TermReading,
): TermEnd {
  if (!target) return { kind: 'unstated', reason: 'term_not_stated' };
  if (!desk) return { kind: 'unstated', reason: 'hours_not_stated' };
  const { dueAt, estimated, refused } = dueBy(desk, { receivedAt: from, target, reading });
  return refused
    ? { kind: 'unstated', reason: 'term_not_stated' }
    : { kind: 'ends', at: dueAt, estimated };
}
