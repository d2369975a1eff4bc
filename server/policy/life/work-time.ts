import type { Interval } from '#server/policy/time/intervals.ts';
import type { Policy } from '#server/policy/packs.ts';
import { elapsed } from '#server/policy/time/pauses.ts';

/** How long a desk worked on something. Working milliseconds of its own calendar. */
export interface WorkTime {
  readonly workMs: number;
  /** Working time that passed while the requester was asked; not part of `workMs` where it pauses. */
  readonly waitedMs: number;
  /** Whether waiting is taken out, and the clause that says so. */
  readonly pausedBy: string | null;
}

/**
 * Working time from the receipt to a resolution without the time a requester took to answer, where the
 * regulation says that it does not count.
 *
 * @param waits stretches in which the requester was asked, epoch milliseconds; an open one ends at Infinity
 * @returns null where the regulation names no hours: then there is no working time
 */
export function workTime(
  { pack, desk }: Policy,
  {
    from,
    to,
    waits,
  }: { readonly from: number; readonly to: number; readonly waits: readonly Interval[] },
): WorkTime | null {
  if (!desk) return null;
  const whole = desk.schedule.between(from, to);
  const withoutWaits = elapsed(desk.schedule, from, to, waits);
  const pauses = pack.clocks.pauses?.states.includes('waiting_requester')
    ? pack.clocks.pauses
    : null;
  return {
    workMs: pauses ? withoutWaits : whole,
    waitedMs: whole - withoutWaits,
    pausedBy: pauses ? (pauses.clause ?? null) : null,
  };
}
