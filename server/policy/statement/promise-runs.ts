import type { ClockKind, TicketStatus } from '#shared/vocabulary.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { ClockState, LifeState } from '#server/policy/life/life-state.ts';

/** An event of a ticket and its instant, epoch milliseconds. */
export interface TimedEvent {
  readonly event: LifeEvent;
  readonly at: number;
}

/** One promise: a clock from its start to what became of it. Epoch milliseconds. */
export interface PromiseRun {
  readonly clock: ClockKind;
  readonly startedAt: number;
  /** Null where the wait was measured and nothing was due. */
  readonly dueAt: number | null;
  readonly stoppedAt: number | null;
  readonly brokenAt: number | null;
}

/** A time in which the ticket stood otherwise than at work with the desk. Epoch milliseconds. */
export interface StatusRun {
  readonly status: TicketStatus;
  readonly from: number;
  /** Null where it lasts. */
  readonly until: number | null;
}

/** What the log of one ticket says of its promises and of where it stood. */
export interface TicketReading {
  readonly promises: readonly PromiseRun[];
  readonly standings: readonly StatusRun[];
}

/** Reads promises and standings out of a ticket's events, in the order of the log; nothing else is asked. */
export function readTicket(events: readonly TimedEvent[]): TicketReading {
  const runs: PromiseRun[] = [];
  const standings: StatusRun[] = [];
  const latest = new Map<ClockKind, number>();
  let state: LifeState | null = null;
  for (const { event, at } of events) {
    state = evolve(state, event, at);
    for (const [kind, clock] of Object.entries(state.clocks) as [ClockKind, ClockState][]) {
      const place = latest.get(kind);
      const known = place === undefined ? undefined : runs[place];
      const run = runOf(kind, clock);
      if (place === undefined || known?.startedAt !== run.startedAt) {
        latest.set(kind, runs.push(run) - 1);
      } else {
        runs[place] = run;
      }
    }
    const before = standings.at(-1);
    if (before?.status === state.status) continue;
    if (before) standings[standings.length - 1] = { ...before, until: at };
    standings.push({ status: state.status, from: at, until: null });
  }
  return { promises: runs, standings };
}

const runOf = (
  clock: ClockKind,
  { startedAt, dueAt, stoppedAt, breachedAt }: ClockState,
): PromiseRun => ({ clock, startedAt, dueAt, stoppedAt, brokenAt: breachedAt });
