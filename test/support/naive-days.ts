import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One date of a zone's calendar as Temporal tells it. */
export interface NaiveDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: (typeof names)[number];
  /** False where the zone skipped the date. */
  readonly exists: boolean;
  readonly midnight: number;
  /** The instant of so many clock milliseconds after midnight, up to 24 hours; Temporal's `compatible`. */
  instantOf(clock: number): number;
  /** Clock milliseconds after midnight at an instant of this date. */
  clockAt(at: number): number;
}

const known = new Map<string, readonly NaiveDay[]>();

/** So many dates in a row; asked of Temporal once a zone and first date, which takes it milliseconds a month. */
export function naiveDays(timezone: string, firstDate: string, count: number): readonly NaiveDay[] {
  const key = `${timezone} ${firstDate} ${count}`;
  const days = known.get(key) ?? readDays(timezone, Temporal.PlainDate.from(firstDate), count);
  known.set(key, days);
  return days;
}

function readDays(timezone: string, first: Temporal.PlainDate, count: number): NaiveDay[] {
  return Array.from({ length: count }, (_, index) => dayIn(timezone, first.add({ days: index })));
}

function dayIn(timezone: string, date: Temporal.PlainDate): NaiveDay {
  const instantOf = (clock: number): number => {
    const on = clock < dayMs ? date : date.add({ days: 1 });
    const time = Temporal.PlainTime.from('00:00').add({ milliseconds: clock % dayMs });
    return on.toPlainDateTime(time).toZonedDateTime(timezone, { disambiguation: 'compatible' })
      .epochMilliseconds;
  };
  const clockAt = (at: number): number =>
    Temporal.PlainTime.from('00:00')
      .until(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainTime())
      .total('milliseconds');
  const [midnight, next] = [instantOf(0), instantOf(dayMs)];
  const there = Temporal.Instant.fromEpochMilliseconds(midnight).toZonedDateTimeISO(timezone);
  // no clock was moved on a day of 24 hours, so it need not be asked time by time
  const plain = next - midnight === dayMs;
  return {
    date: date.toString(),
    weekday: names[date.dayOfWeek - 1] ?? 'mon',
    exists: there.toPlainDate().equals(date),
    midnight,
    instantOf: plain ? (clock) => midnight + clock : instantOf,
    clockAt: plain ? (at) => at - midnight : clockAt,
  };
}
