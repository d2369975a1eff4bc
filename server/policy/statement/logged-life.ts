import type { ServiceStatement } from '#shared/wire/statement.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import { transitions } from '#server/policy/life/transitions.ts';
import type { TimedEvent } from './promise-runs.ts';

/** An event of a ticket as the log's text tells it; undefined for what is no part of its life. */
function loggedLife(body: string): (TimedEvent & { readonly ticket: string }) | undefined {
  const { ticket, kind, at, params } = JSON.parse(body) as {
    readonly ticket: string | null;
    readonly kind: string;
    readonly at: string;
    readonly params: object;
  };
  if (ticket === null || !(kind in transitions)) return undefined;
  return { ticket, at: Date.parse(at), event: { kind, params } as LifeEvent };
}

/** The lives of the tickets whose events a statement holds whole, in the order of its log. */
export function livesOf(log: ServiceStatement['log']): Map<string, TimedEvent[]> {
  const lives = new Map<string, TimedEvent[]>();
  for (const event of log?.events ?? []) {
    const told = 'body' in event ? loggedLife(event.body) : undefined;
    if (!told) continue;
    const life = lives.get(told.ticket) ?? [];
    life.push({ event: told.event, at: told.at });
    lives.set(told.ticket, life);
  }
  return lives;
}
