import moment from 'moment-business-time';
import { Temporal } from 'temporal-polyfill';

/** Working time as others count it. Instants are epoch milliseconds, lengths minutes. */
export interface OtherHours {
  readonly name: string;
  add(at: number, minutes: number): number;
  between(from: number, to: number): number;
}

/** One opening a day from Monday to Friday, which is what all of them can count. */
export interface PlainWeek {
  readonly timezone: string;
  /** `HH:MM`. */
  readonly opens: string;
  readonly closes: string;
  /** `YYYY-MM-DD`. */
  readonly daysOff: readonly string[];
}

/** Its hours and days off are one setting of the process, and its zone is the process's own. */
export function momentBusinessTime({ timezone, opens, closes, daysOff }: PlainWeek): OtherHours {
  process.env['TZ'] = timezone;
  const day = [opens, closes];
  moment.updateLocale(moment.locale(), {
    workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null },
    holidays: daysOff,
  });
  return {
    name: 'moment-business-time',
    add: (at, minutes) => moment(at).addWorkingTime(minutes, 'minutes').valueOf(),
    between: (from, to) => moment(to).workingDiff(moment(from), 'minutes'),
  };
}

/** What one writes without a library: from date to date, each opening through Temporal. */
export function temporalWalk({ timezone, opens, closes, daysOff }: PlainWeek): OtherHours {
  const [open, close] = [Temporal.PlainTime.from(opens), Temporal.PlainTime.from(closes)];
  const off = new Set(daysOff);
  const minuteMs = 60_000;
  const dateOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
  const at = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    date.toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds;
  const works = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !off.has(date.toString());
  const next = (date: Temporal.PlainDate) => date.add({ days: 1 });

  return {
    name: 'day walk with Temporal',
    add: (from, minutes) => {
      let left = minutes * minuteMs;
      for (let date = dateOf(from); ; date = next(date)) {
        if (!works(date)) continue;
        const start = Math.max(from, at(date, open));
        const length = Math.max(0, at(date, close) - start);
        if (left <= length) return start + left;
        left -= length;
      }
    },
    between: (from, to) => {
      let sum = 0;
      for (let date = dateOf(from), last = dateOf(to); ; date = next(date)) {
        if (works(date)) {
          sum += Math.max(0, Math.min(to, at(date, close)) - Math.max(from, at(date, open)));
        }
        if (date.equals(last)) return sum / minuteMs;
      }
    },
  };
}
