import type { ClockKind, TicketStatus } from '#shared/vocabulary.ts';
import type { ServiceStatement } from '#shared/wire/statement.ts';
import { hasEnded } from '#server/policy/life/life-state.ts';
import { outcomeIn, type Period } from './attainment.ts';
import { readTicket, type PromiseRun, type StatusRun, type TimedEvent } from './promise-runs.ts';

type StatementTicket = ServiceStatement['tickets'][number];

/** What a statement says of one ticket. */
export type TicketLines = Pick<StatementTicket, 'promises' | 'pauses'>;

/** Where the work waits for somebody or something else than the desk. */
const pausing: readonly TicketStatus[] = [
  'awaiting_channel',
  'waiting_requester',
  'escalated',
  'waiting_release',
  'deferred',
];

/**
 * What the log of one ticket says of a period; undefined where the ticket had ended before it and
 * nothing happened in it.
 *
 * @param clauseOf the clause that a clock runs by
 */
export function ticketLines(
  events: readonly TimedEvent[],
  period: Period,
  clauseOf: (clock: ClockKind) => string | null,
): TicketLines | undefined {
  const { promises, standings } = readTicket(events, period.until);
  const touched = events.some(({ at }) => at >= period.from && at < period.until);
  const atBegin = standings.findLast(({ from }) => from < period.from);
  if (!touched && (!atBegin || hasEnded(atBegin))) return undefined;
  return {
    promises: promises.flatMap((run) => promiseLine(run, period, clauseOf)),
    pauses: standings.flatMap((run) => pauseLine(run, period)),
  };
}

function promiseLine(
  run: PromiseRun,
  period: Period,
  clauseOf: (clock: ClockKind) => string | null,
): TicketLines['promises'] {
  const outcome = outcomeIn(run, period);
  const { clock, startedAt, dueAt, stoppedAt, brokenAt } = run;
  if (!outcome || dueAt === null) return [];
  return [
    {
      clock,
      clause: clauseOf(clock),
      startedAt: iso(startedAt),
      dueAt: iso(dueAt),
      stoppedAt: isoOrNull(stoppedAt),
      brokenAt: isoOrNull(brokenAt),
      outcome,
    },
  ];
}

const pauseLine = ({ status, from, until }: StatusRun, period: Period): TicketLines['pauses'] =>
  pausing.includes(status) && from < period.until && (until ?? Infinity) > period.from
    ? [{ reason: status, from: iso(from), until: isoOrNull(until) }]
    : [];

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
