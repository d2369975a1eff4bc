import { type BusinessDays, businessDaysOf } from './business-days.ts';
import { type HoursOf, type ScheduleSpec, hoursOfSpec } from './schedule-days.ts';
import { type WorkingClock, workingClock } from './schedule-clock.ts';
import { lazyTable } from './schedule-table.ts';
import { type Zone, zoneOf } from './zone.ts';

/**
 * Working time, compiled. Instants are epoch milliseconds, durations elapsed milliseconds; an opening
 * includes its start and not its end. It learns years as it is asked about them. What needs open
 * time throws RangeError when there is none within a hundred years.
 */
export interface Schedule extends WorkingClock, BusinessDays {
  readonly zone: Zone;
}

/** @throws RangeError when the zone, a range of hours or a date is wrong */
export const compileSchedule = (spec: ScheduleSpec): Schedule =>
  compileHours(spec.timezone, hoursOfSpec(spec));

/**
 * The same from any source of hours, such as a calendar without end.
 *
 * @throws RangeError when the zone is not in the time zone database
 */
export function compileHours(timezone: string, hoursOf: HoursOf): Schedule {
  const zone = zoneOf(timezone);
  const table = lazyTable(zone, hoursOf);
  const clock = workingClock(table);
  return { zone, ...clock, ...businessDaysOf(zone, table, clock) };
}
