import type { DayReading } from '#shared/vocabulary.ts';
import type { Duration, FirstResponsePromise, Segment } from '#shared/wire/decision.ts';
import { type DeskCalendar, type WhyClosed, calendarLabel, localDay } from './desk-hours.ts';
import { dateText, dayMs, yearOf } from './local-date.ts';

/** A stretch of open or closed time. Instants are epoch milliseconds. */
export type DueSegment =
  | { readonly from: number; readonly to: number; readonly kind: 'open' }
  | ({ readonly from: number; readonly to: number; readonly kind: 'closed' } & WhyClosed);

/** When an answer is due and what was counted to find it. Instants are epoch milliseconds. */
export interface Due {
  /** The receipt, or the next opening. */
  readonly startsAt: number;
  readonly dueAt: number;
  /** Covers the time from the receipt to `dueAt` without a gap; closed time is split at local midnights. */
  readonly segments: readonly DueSegment[];
  readonly target: Duration;
  /** Working milliseconds the target counts; null where it counts days. */
  readonly targetMs: number | null;
  /** Only where the target counts days. */
  readonly reading: DayReading | null;
  /** A day was counted whose calendar is not final. */
  readonly estimated: boolean;
  /** A year without a calendar was counted and the policy promises nothing there. */
  readonly refused: boolean;
  /** `uz-six-day 2026`. */
  readonly calendar: string;
}

/** What a due instant is asked for. `receivedAt` in epoch milliseconds. */
export interface DueQuestion {
  readonly receivedAt: number;
  readonly target: Duration;
  /** How a target of days is read; without effect on hours and minutes. */
  readonly reading: DayReading;
}

const unitMs = { businessHour: 3_600_000, businessMinute: 60_000 } as const;

/** Working milliseconds a target counts; null where it counts days. */
export const targetMsOf = ({ unit, value }: Duration): number | null =>
  unit === 'businessDay' ? null : value * unitMs[unit];

/**
 * The due instant of a promise. A target of hours that ends at a closing is due at that closing.
 *
 * @throws RangeError when a target of days is not a whole number
 */
export function dueBy(desk: DeskCalendar, { receivedAt, target, reading }: DueQuestion): Due {
  const { schedule, calendar } = desk;
  const targetMs = targetMsOf(target);
  const dueAt =
    targetMs === null
      ? schedule.addBusinessDays(receivedAt, target.value, reading)
      : schedule.add(receivedAt, targetMs).earliest;
  const lastCounted = Math.max(receivedAt, dueAt - 1);
  const statuses = yearsBetween(desk, receivedAt, lastCounted).map(calendar.statusOf);

  return {
    startsAt: schedule.nextOpen(receivedAt),
    dueAt,
    segments: segmentsBetween(desk, receivedAt, dueAt),
    target,
    targetMs,
    reading: targetMs === null ? reading : null,
    estimated: statuses.some((status) => status !== 'final'),
    refused: desk.missingYear === 'refuse' && statuses.includes('missing'),
    calendar: calendarLabel(desk, receivedAt, lastCounted),
  };
}

/** Working milliseconds left at `now`; negative when the due instant has passed in working time. */
export const remaining = (desk: DeskCalendar, now: number, due: Pick<Due, 'dueAt'>): number =>
  desk.schedule.between(now, due.dueAt);

/**
 * Whether an answer at `at` is late. A target of hours is broken when more working time than the
 * target has passed, a target of days when the due instant has.
 */
export function isBreached(
  desk: DeskCalendar,
  at: number,
  due: Pick<Due, 'dueAt' | 'targetMs'>,
): boolean {
  return due.targetMs === null ? at > due.dueAt : remaining(desk, at, due) < 0;
}

/** Open and closed stretches that cover `[from, to]`; closed ones say why, day by day. */
function segmentsBetween(desk: DeskCalendar, from: number, to: number): DueSegment[] {
  const segments: DueSegment[] = [];
  let at = from;
  for (const { start, end } of desk.schedule.periods(from, to)) {
    segments.push(...closedBetween(desk, at, start), { from: start, to: end, kind: 'open' });
    at = end;
  }
  return [...segments, ...closedBetween(desk, at, to)];
}

function closedBetween(desk: DeskCalendar, from: number, to: number): DueSegment[] {
  const segments: DueSegment[] = [];
  let at = from;
  while (at < to) {
    const day = localDay(desk, at);
    const midnight = desk.schedule.zone.toInstant((day + 1) * dayMs);
    const end = Math.min(midnight, to);
    segments.push({ from: at, to: end, kind: 'closed', ...desk.whyClosed(dateText(day)) });
    at = end;
  }
  return segments;
}

function yearsBetween(desk: DeskCalendar, from: number, to: number): number[] {
  const [first = 0, last = 0] = [from, to].map((at) => yearOf(localDay(desk, at)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const iso = (at: number): string => new Date(at).toISOString();

const segmentToWire = ({ from, to, ...rest }: DueSegment): Segment => ({
  from: iso(from),
  to: iso(to),
  ...rest,
});

/**
 * The promise as the wire carries it, without the clause that makes it. Where the policy refuses to
 * promise by a missing calendar there is no due instant: no term is stated for that year.
 */
export function toWire(due: Due): Omit<FirstResponsePromise, 'clause'> {
  const { target, estimated, calendar } = due;
  const terms = {
    target,
    estimated,
    calendar,
    ...(due.reading === null ? {} : { reading: due.reading }),
  };
  if (due.refused) {
    return { ...terms, dueAt: null, startsAt: null, unstated: 'term_not_stated', segments: [] };
  }
  return {
    ...terms,
    dueAt: iso(due.dueAt),
    startsAt: iso(due.startsAt),
    segments: due.segments.map(segmentToWire),
  };
}
