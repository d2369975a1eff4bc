import { dayMs, dayOf } from './local-date.ts';
import { parseClock } from './wall-hours.ts';
import { zoneOf } from './zone.ts';

/**
 * The instant, epoch milliseconds, of a local date `YYYY-MM-DD` and clock time `HH:MM[:SS]` up to
 * 24:00. A time that a clock change skips moves forward by what was skipped; of a time that comes
 * twice the first is meant.
 *
 * @throws RangeError when zone, date or time is not one
 * @see Temporal, disambiguation `compatible`
 */
export function localToInstant(timezone: string, date: string, time: string): number {
  const clock = parseClock(time);
  if (clock === undefined) throw new RangeError('not a time of day');
  return zoneOf(timezone).toInstant(dayOf(date) * dayMs + clock);
}
