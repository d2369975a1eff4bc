import type { DayReading } from '#shared/vocabulary.ts';
import type { Duration } from '#shared/wire/decision.ts';
import { type DeskCalendar, localDay } from '#server/policy/calendar/desk-hours.ts';
import { yearOf } from '#server/policy/time/local-date.ts';

/** When an answer is due. Instants are epoch milliseconds. What was counted: `segmentsOf`. */
export interface Due {
  readonly receivedAt: number;
  /** The receipt, or the next opening. */
  readonly startsAt: number;
  readonly dueAt: number;
  readonly target: Duration;
  /** Working milliseconds the target counts; null where it counts days by the calendar. */
  readonly targetMs: number | null;
  /** Only where the target counts days. */
  readonly reading: DayReading | null;
  /** Only with the reading `businessHours`. */
  readonly hoursPerDay: number | null;
  /** The office whose hours alone were counted; null where the desk's own were. */
  readonly office: string | null;
  /** A day was counted whose calendar is not final. */
  readonly estimated: boolean;
  /** A year without a calendar was counted and the policy promises nothing there. */
  readonly refused: boolean;
}

/** What a due instant is asked for. `receivedAt` in epoch milliseconds. */
export interface DueQuestion {
  readonly receivedAt: number;
  readonly target: Duration;
  /** How a target of days is read; without effect on hours and minutes. */
  readonly reading: DayReading;
  /** Only with the reading `businessHours`: how many hours one working day counts. */
  readonly hoursPerDay?: number | undefined;
}

const hourMs = 3_600_000;
const unitMs = { businessHour: hourMs, businessMinute: 60_000 } as const;

/**
 * Working milliseconds a target counts; null where it counts days.
 *
 * @param hoursPerDay given where days are read as so many working hours
 */
export function targetMsOf({ unit, value }: Duration, hoursPerDay?: number): number | null {
  if (unit !== 'businessDay') return value * unitMs[unit];
  return hoursPerDay === undefined ? null : value * hoursPerDay * hourMs;
}

/**
 * The due instant of a promise. A target of hours that ends at a closing is due at that closing, and
 * so is one of days that count as hours.
 *
 * @throws RangeError when a target of days is not a whole number, or its days count hours without saying how many
 */
export function dueBy(desk: DeskCalendar, question: DueQuestion): Due {
  const { receivedAt, target, reading, hoursPerDay } = question;
  const { schedule } = desk;
  const targetMs = targetMsOf(target, hoursPerDay);
  const dueAt =
    targetMs === null
      ? schedule.addBusinessDays(receivedAt, target.value, dateReading(reading))
      : schedule.add(receivedAt, targetMs).earliest;
  const inDays = target.unit === 'businessDay';
  const { estimated, refused } = yearsCounted(desk, receivedAt, lastCounted(receivedAt, dueAt));
  return {
    receivedAt,
    startsAt: schedule.nextOpen(receivedAt),
    dueAt,
    target,
    targetMs,
    reading: inDays ? reading : null,
    hoursPerDay: inDays ? (hoursPerDay ?? null) : null,
    office: desk.office,
    estimated,
    refused,
  };
}

function dateReading(reading: DayReading) {
  if (reading === 'businessHours') throw new RangeError('a day of hours needs their number');
  return reading;
}

/** The last millisecond that a due instant was counted by. */
export const lastCounted = (receivedAt: number, dueAt: number): number =>
  Math.max(receivedAt, dueAt - 1);

/** How sure the calendars of the years between two instants are. */
function yearsCounted(
  desk: DeskCalendar,
  from: number,
  to: number,
): Pick<Due, 'estimated' | 'refused'> {
  const { calendar, missingYear } = desk;
  const last = yearOf(localDay(desk, to));
  let estimated = false;
  let refused = false;
  for (let year = yearOf(localDay(desk, from)); year <= last; year += 1) {
    const status = calendar.statusOf(year);
    estimated ||= status !== 'final';
    refused ||= status === 'missing' && missingYear === 'refuse';
  }
  return { estimated, refused };
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
