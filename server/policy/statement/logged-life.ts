import type { LifeEvent } from '#server/policy/life/life-event.ts';
import { transitions } from '#server/policy/life/transitions.ts';
import type { TimedEvent } from './promise-runs.ts';

/** An event of a ticket as the log's text tells it; undefined for what is no part of its life. */
export function loggedLife(body: string): (TimedEvent & { readonly ticket: string }) | undefined {
  const { ticket, kind, at, params } = JSON.parse(body) as {
    readonly ticket: string | null;
    readonly kind: string;
    readonly at: string;
    readonly params: object;
  };
  if (ticket === null || !(kind in transitions)) return undefined;
  return { ticket, at: Date.parse(at), event: { kind, params } as LifeEvent };
}

/** The lives of tickets out of what a statement holds of the log, in its order. */
export function livesOf(bodies: readonly string[]): Map<string, TimedEvent[]> {
  const lives = new Map<string, TimedEvent[]>();
  for (const body of bodies) {
    const told = loggedLife(body);
    if (!told) continue;
    const life = lives.get(told.ticket) ?? [];
    life.push({ event: told.event, at: told.at });
    lives.set(told.ticket, life);
  }
  return lives;
}
