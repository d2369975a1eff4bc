/**
 * How «within n business days» is read, where the number of hours in a day does not matter:
 *
 * - `clamped`: received in hours, the same clock time on the n-th business date, moved into that
 *   date's hours; received out of hours, the last closing of the n-th business date where the date
 *   of the next opening is the first.
 * - `sameClockRoll`: the same clock time on the n-th business date, or the next opening after it.
 * - `sameClockRollBack`: its mirror: the same clock time on the n-th business date before, or the
 *   last closing before it.
 * - `sameClock`: the same clock time on the n-th business date, open or not.
 * - `endOfDay`: the last closing of the n-th business date strictly after the local date.
 */
export const clockModes = [
  'clamped',
  'sameClockRoll',
  'sameClockRollBack',
  'sameClock',
  'endOfDay',
] as const;

/** One of `clockModes`, or `businessHours(n)`: each day counts as n hours of open time, the closing where two instants fit. */
export type DayMode = (typeof clockModes)[number] | `businessHours(${number})`;

/** Hours that a day counts in `businessHours(n)`, more than 0 and up to 24; undefined for any other mode. */
export function hoursPerDay(mode: string): number | undefined {
  const hours = Number(/^businessHours\((\d{1,2}(?:\.\d{1,4})?)\)$/.exec(mode)?.[1]);
  return hours > 0 && hours <= 24 ? hours : undefined;
}

/** Whether a text names a mode. */
export const isDayMode = (text: string): text is DayMode =>
  clockModes.some((mode) => mode === text) || hoursPerDay(text) !== undefined;
