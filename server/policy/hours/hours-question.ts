import { z } from 'zod';
import { dateRanges } from '#server/policy/time/business-days.ts';
import { isDayMode } from '#server/policy/time/day-modes.ts';
import { parseInstant } from '#server/policy/time/instant-text.ts';
import { dayMs, parseDate } from '#server/policy/time/local-date.ts';
import { canonicalTimezone } from '#server/policy/time/timezone-names.ts';
import { parseClock } from '#server/policy/time/wall-hours.ts';

/** What an answer to a question about working time may say instead of an answer. */
export const hoursErrors = [
  /** The line is no JSON. */
  'hours.bad_json',
  /** The line is longer than a question may be. */
  'hours.too_long',
  /** `in` lacks a name of the operation, has one too many, or a value is none. */
  'hours.bad_question',
  'hours.unknown_op',
  /** No calendar or vendor of that name. */
  'hours.unknown_schedule',
  /** A part of the schedule does not parse. */
  'hours.invalid_schedule',
  /** The vendor's regulation states no hours. */
  'hours.not_stated',
  /** An instant before 1900 or after 2499, more than a hundred years at once, or too long a list. */
  'hours.out_of_range',
  /** Nothing of the kind within a hundred years: a desk that never opens or closes, a pause without end. */
  'hours.not_found',
] as const;
export type HoursError = (typeof hoursErrors)[number];

/** Openings that one answer may list. */
export const mostPeriods = 100_000;

const beyond = { params: { code: 'hours.out_of_range' satisfies HoursError } };
const [firstAt, endAt] = [Date.UTC(1900, 0, 1), Date.UTC(2500, 0, 1)];
const reachDays = 36_525;
const reachMs = reachDays * dayMs;
const within = (at: number) => at >= firstAt && at < endAt;
const midnight = (date: string) => (parseDate(date) ?? 0) * dayMs;
const dayInstant = (day: string | number) => (typeof day === 'number' ? day : midnight(day));
const near = (from: number, to: number) => Math.abs(to - from) <= reachMs;

/** Text to epoch milliseconds. */
const instant = z.string().transform(parseInstant).pipe(z.number()).refine(within, beyond);
const date = z
  .string()
  .refine((text) => parseDate(text) !== undefined)
  .refine((text) => within(midnight(text)), beyond);
/** A date, or an instant that stands for its local date. */
const dateOrInstant = z
  .string()
  .transform((text) => (parseDate(text) === undefined ? parseInstant(text) : text))
  .pipe(z.union([z.string(), z.number()]))
  .refine((day) => within(dayInstant(day)), beyond);

/** Not finer than a millisecond. */
const seconds = z
  .number()
  .min(0)
  .refine((seconds) => seconds * 1000 <= reachMs, beyond)
  .refine((seconds) => Math.abs(seconds * 1000 - Math.round(seconds * 1000)) < 1e-3);
const days = z.int().refine((count) => Math.abs(count) <= reachDays, beyond);

const stretch = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => near(from, to), beyond);

/** `[from, to]` or `{ from, to }`; without `to`, or with null, nobody has ended it. */
const pause = z
  .union([
    z
      .tuple([instant, instant.nullable().optional()])
      .transform(([from, to]) => ({ from, to: to ?? null })),
    z.strictObject({ from: instant, to: instant.nullable().default(null) }),
  ])
  .transform(({ from, to }) => ({ start: from, end: to ?? Infinity }))
  .refine(({ start, end }) => start <= end);
const pauses = z
  .array(pause)
  .max(10_000)
  .nullish()
  .transform((list) => list ?? []);

/** Null says as little as no name. */
const listEnd = z
  .strictObject({
    from: instant,
    until: instant.nullish(),
    count: z
      .int()
      .min(0)
      .refine((count) => count <= mostPeriods, beyond)
      .nullish(),
  })
  .refine(({ until, count }) => typeof (until ?? count) === 'number')
  .refine(({ from, until }) => near(from, until ?? from), beyond);
const beside = z
  .strictObject({ other: z.unknown(), from: instant, until: instant })
  .refine(({ other }) => other !== undefined)
  .refine(({ from, until }) => near(from, until), beyond);
const atOnly = z.strictObject({ at: instant });
const atAndSeconds = z.strictObject({ at: instant, seconds });

/** What `in` holds for each operation: the names as they travel, instants read into epoch milliseconds. */
export const hoursQuestions = {
  add: atAndSeconds,
  subtract: atAndSeconds,
  between: stretch,
  isOpen: atOnly,
  nextOpen: atOnly,
  nextClose: atOnly,
  prevEdge: atOnly,
  isBusinessDay: z.strictObject({ date }),
  addBusinessDates: z.strictObject({ date, days: days.refine((count) => count !== 0) }),
  addBusinessDays: z.strictObject({
    at: instant,
    days: days.refine((count) => count > 0),
    mode: z.string().refine(isDayMode),
  }),
  businessDaysBetween: z
    .strictObject({ from: dateOrInstant, to: dateOrInstant, range: z.enum(dateRanges) })
    .refine(({ from, to }) => near(dayInstant(from), dayInstant(to)), beyond),
  periods: listEnd,
  periodsBackward: listEnd,
  deadline: z.strictObject({ start: instant, seconds, pauses }),
  elapsed: z
    .strictObject({ from: instant, to: instant, pauses })
    .refine(({ from, to }) => near(from, to), beyond),
  localToInstant: z.strictObject({
    timezone: z.string().transform(canonicalTimezone).pipe(z.string()),
    date,
    time: z.string().refine((text) => parseClock(text) !== undefined),
  }),
  union: beside,
  intersect: beside,
  validate: z.strictObject({ schedule: z.unknown().optional() }).default({}),
} as const;
export type HoursOp = keyof typeof hoursQuestions;
export type HoursQuestion<Op extends HoursOp> = z.output<(typeof hoursQuestions)[Op]>;

/** One line: which operation, of which schedule (its JSON or a name), on what. Other names beside are passed over. */
export const hoursLine = z.object({
  schedule: z.unknown().optional(),
  op: z.string(),
  in: z.unknown().optional(),
});

/** Why `in` does not parse: out of range where nothing else is wrong. */
export function whyNot(error: z.ZodError): HoursError {
  const ranges = error.issues.every(
    (issue) => issue.code === 'custom' && issue.params?.['code'] === beyond.params.code,
  );
  return ranges ? 'hours.out_of_range' : 'hours.bad_question';
}
