import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { transitions } from '#server/policy/life/transitions.ts';
import type { Interval } from '#server/policy/time/intervals.ts';

/**
 * Stretches in which a ticket waited for its requester, epoch milliseconds; one that lasts ends at
 * Infinity.
 *
 * @param log the ticket's own, oldest first
 */
export function waitsOf(log: readonly Pick<LoggedEvent, 'kind' | 'params' | 'at'>[]): Interval[] {
  const waits: Interval[] = [];
  let state: LifeState | null = null;
  let since: number | null = null;
  for (const { kind, params, at } of log) {
    if (!(kind in transitions)) continue;
    state = evolve(state, { kind, params } as unknown as LifeEvent, at.getTime());
    const asked = state.waiting?.since ?? null;
    if (asked === since) continue;
    if (since !== null) waits.push({ start: since, end: at.getTime() });
    since = asked;
  }
  return since === null ? waits : [...waits, { start: since, end: Infinity }];
}
