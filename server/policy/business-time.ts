/**
 * Working time: when a desk is open, how much of a stretch counts, when a promise is due.
 *
 * ```ts
 * import { compileSchedule, deadline } from 'reglament/business-time';
 *
 * const desk = compileSchedule({
 *   timezone: 'Asia/Tashkent',
 *   hours: { mon: [['10:00', '19:00']], tue: [['10:00', '19:00']] },
 *   holidays: ['2026-09-01'],
 * });
 * desk.add(Date.parse('2026-11-23T12:00:00Z'), 4 * 3_600_000).earliest;
 * ```
 *
 * **Units.** Instants are epoch milliseconds in UTC, lengths elapsed milliseconds between instants,
 * dates local to the schedule's zone as `YYYY-MM-DD`, times of day `HH:MM[:SS]` by the clock on the
 * wall. `parseInstant` and `instantText` read and write ISO 8601.
 *
 * **Rules.** An opening includes its start and not its end. A holiday drops what starts on its date, a
 * shift replaces the week's hours of a date, breaks come off last; an end that is not after its start
 * is on the next local day; hours that touch or overlap are one opening. A clock time that a change of
 * the clock skips moves forward by what was skipped, of one that comes twice the first is meant; a
 * date that the zone skipped has no hours. A length that ends exactly at a closing has two right
 * answers, the closing (`earliest`) and the next opening (`latest`).
 *
 * **Errors.** RangeError: a zone, weekday, time, date, range, mode or number that is none; an instant out of the years
 * 1600–2599; what is not found within a hundred years. Nothing else is thrown.
 *
 * **Sources.** Zones: the IANA time zone database of the engine, through Intl. Local time to instant:
 * Temporal's disambiguation `compatible`. Dates and instants: ISO 8601. `endOfDay` reads a period of
 * days as the Civil Code of the Russian Federation does, art. 191–194.
 *
 * It uses neither DOM nor Node, reads no clock and keeps no state but what it has computed.
 */
export { compileSchedule, type Schedule } from '#server/policy/time/schedule.ts';
export type { DateRanges, ScheduleSpec, WeekRanges } from '#server/policy/time/schedule-days.ts';
export type { WallRange } from '#server/policy/time/wall-hours.ts';
export type { Weekday } from '#server/policy/time/local-date.ts';
export type { Moment, WorkingClock } from '#server/policy/time/schedule-clock.ts';
export type { BusinessDays, DateRange } from '#server/policy/time/business-days.ts';
export { clockModes, type DayMode, isDayMode } from '#server/policy/time/day-modes.ts';
export type { Interval } from '#server/policy/time/intervals.ts';
export type { Zone } from '#server/policy/time/zone.ts';

/** Lists of openings by number or up to an instant, and closings however far. */
export {
  type ListEnd,
  nextClosing,
  periodsBackward,
  periodsForward,
} from '#server/policy/time/openings.ts';

/** A clock that stands now and then. */
export { deadline, elapsed, type Pauses } from '#server/policy/time/pauses.ts';

/** Two desks. */
export {
  intersectionOf as intersect,
  unionOf as union,
} from '#server/policy/time/two-schedules.ts';

export { isValidSchedule as validate } from '#server/policy/time/schedule-rules.ts';
export { localToInstant } from '#server/policy/time/local-to-instant.ts';
export { instantText, parseInstant } from '#server/policy/time/instant-text.ts';
