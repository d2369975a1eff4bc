import type { LifeClock } from '#shared/wire/desk-life.ts';
import type { QueueRow } from '#shared/wire/desk.ts';
import { isLive } from '#desk/text/clock-chip.ts';

type Clocks = Pick<QueueRow, 'clock' | 'clocks'>;

/** The clock that a row speaks of where its first response is no longer owed; undefined without one. */
export const nextClock = ({ clock, clocks }: Clocks): LifeClock | undefined =>
  isLive(clock) ? undefined : clocks.find(({ kind, dueAt }) => kind !== 'critical_ack' && dueAt);

/** The clock by which somebody has to take up what is critical, while it runs. */
export const criticalClock = ({ clocks }: Pick<QueueRow, 'clocks'>): LifeClock | undefined =>
  clocks.find(({ kind }) => kind === 'critical_ack');

/** What the worst of all running clocks says: a promise is broken, or is about to be. */
export function urgencyOf({ clock, clocks }: Clocks): 'late' | 'soon' | undefined {
  const states = [...(isLive(clock) ? [clock.state] : []), ...clocks.map(({ state }) => state)];
  if (states.includes('breached')) return 'late';
  return states.includes('soon') ? 'soon' : undefined;
}
