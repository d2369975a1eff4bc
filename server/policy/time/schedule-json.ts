import { z } from 'zod';
import { parseDate, weekdays } from './local-date.ts';
import type { ScheduleSpec } from './schedule-days.ts';
import { canonicalTimezone } from './timezone-names.ts';
import { parseWallRange } from './wall-hours.ts';

const ranges = z.array(
  z.tuple([z.string(), z.string()]).refine((range) => parseWallRange(range) !== undefined),
);
const localDate = z.string().refine((date) => parseDate(date) !== undefined);

/** A record passes over `__proto__`, which is as wrong a name as any other. */
const noPrototype = z
  .unknown()
  .refine((json) => !Object.hasOwn(Object(json), '__proto__'), { abort: true });
const weekRanges = noPrototype.pipe(z.partialRecord(z.enum(weekdays), ranges));
const dateRanges = noPrototype.pipe(z.record(localDate, ranges));

/** Names of one zone are many, and the engine keeps what it learned of each name. */
const timezone = z.string().transform(canonicalTimezone).pipe(z.string());

/** A schedule as it stands in JSON, with every name, time and date checked by itself; see `ScheduleSpec`. */
export const scheduleJson: z.ZodType<ScheduleSpec> = z.strictObject({
  timezone,
  hours: weekRanges,
  holidays: z.array(localDate).exactOptional(),
  shifts: dateRanges.exactOptional(),
  breaks: dateRanges.exactOptional(),
  weeklyBreaks: weekRanges.exactOptional(),
});
