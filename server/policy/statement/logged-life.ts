import type { ServiceStatement } from '#shared/wire/statement.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import { transitions } from '#server/policy/life/transitions.ts';
import type { TimedEvent } from './promise-runs.ts';

/** An event as the text of the log tells it. */
interface ToldEvent {
  /** Null for what concerns the vendor and no ticket. */
  readonly ticket: string | null;
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly params: object;
}

/** What the text of an event says; undefined where it is no event: a statement may hold anything. */
export function toldEvent(body: string): ToldEvent | undefined {
  try {
    const { ticket, kind, at, params } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const atMs = Date.parse(String(at));
    const told =
      (ticket === null || typeof ticket === 'string') &&
      typeof kind === 'string' &&
      !Number.isNaN(atMs) &&
      typeof params === 'object' &&
      params !== null;
    return told ? { ticket, kind, at: atMs, params } : undefined;
  } catch {
    return undefined;
  }
}

/** The lives of the tickets whose events a statement holds whole, in the order of its log. */
export function livesOf(log: ServiceStatement['log']): Map<string, TimedEvent[]> {
  const lives = new Map<string, TimedEvent[]>();
  for (const event of log?.events ?? []) {
    const told = 'body' in event ? toldEvent(event.body) : undefined;
    if (!told || told.ticket === null || !Object.hasOwn(transitions, told.kind)) continue;
    const { ticket, kind, at, params } = told;
    const life = lives.get(ticket) ?? [];
    life.push({ event: { kind, params } as LifeEvent, at });
    lives.set(ticket, life);
  }
  return lives;
}
