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
  /** As the log says it, or from when it was too late where the log does not. */
  readonly brokenAt: number | null;
  /** When the due instant passed unanswered, whenever that was noticed. */
  readonly lateAt: number | null;
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

/**
 * Reads promises and standings out of a ticket's events, in the order of the log; nothing else is asked.
 * A promise whose due instant has passed unanswered is broken, also where no event says so.
 *
 * @param until how far the log was read, exclusive
 */
export function readTicket(events: readonly TimedEvent[], until: number): TicketReading {
  const runs: PromiseRun[] = [];
  const standings: StatusRun[] = [];
  const latest = new Map<ClockKind, number>();
  let state: LifeState | null = null;
  let toldAt = 0;
  const breakLate = (before: number) => {
    for (const [kind, clock] of clocksOf(state)) {
      const place = latest.get(kind);
      const run = place === undefined ? undefined : runs[place];
      const lateAt = lateAtOf(clock, toldAt);
      if (place === undefined || !run || run.lateAt !== null || lateAt >= before) continue;
      runs[place] = { ...run, lateAt, brokenAt: run.brokenAt ?? lateAt };
    }
  };
  for (const { event, at } of events) {
    breakLate(at + 1);
    state = evolve(state, event, at);
    toldAt = at;
    for (const [kind, clock] of clocksOf(state)) {
      const place = latest.get(kind);
      const known = place === undefined ? undefined : runs[place];
      if (place === undefined || known?.startedAt !== clock.startedAt) {
        latest.set(kind, runs.push(runOf(kind, clock, null)) - 1);
      } else {
        runs[place] = runOf(kind, clock, known.lateAt);
      }
    }
    const before = standings.at(-1);
    if (before?.status === state.status) continue;
    if (before) standings[standings.length - 1] = { ...before, until: at };
    standings.push({ status: state.status, from: at, until: null });
  }
  breakLate(until);
  return { promises: runs, standings };
}

const clocksOf = (state: LifeState | null) =>
  Object.entries(state?.clocks ?? {}) as [ClockKind, ClockState][];

/** When a clock that runs is too late; what was told later than its term has been since it was told. */
const lateAtOf = (
  { stoppedAt, breachedAt, dueAt, brokenFrom }: ClockState,
  toldAt: number,
): number =>
  stoppedAt !== null || breachedAt !== null || dueAt === null
    ? Infinity
    : Math.max(brokenFrom ?? dueAt, toldAt);

const runOf = (
  clock: ClockKind,
  { startedAt, dueAt, stoppedAt, breachedAt }: ClockState,
  lateAt: number | null,
): PromiseRun => ({
  clock,
  startedAt,
  dueAt,
  stoppedAt,
  brokenAt: breachedAt ?? lateAt,
  lateAt: lateAt ?? breachedAt,
});
