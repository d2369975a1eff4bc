import { z } from 'zod';
import { localText } from '#shared/wire/decision.ts';
import { parseDate, yearOf } from '#server/policy/time/local-date.ts';

/** What makes a date differ from its weekday. Policies differ in which of the first three close a desk. */
const dayKinds = ['holiday', 'transferred', 'additional', 'working-weekend', 'shortened'] as const;

/** Five days: Saturday and Sunday are off. Six days: Sunday is off. */
const weekTypes = ['five', 'six'] as const;
export type WeekType = (typeof weekTypes)[number];

/** Countries whose labour law the calendars follow. */
const countries = ['RU', 'UZ'] as const;
export type Country = (typeof countries)[number];

/** `certain`: read in law or decree and confirmed. `high`: derived or read once. `estimated`: may change. */
export const certainties = ['certain', 'high', 'estimated'] as const;

/** One date that is not what its weekday is. */
export const calendarDay = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(dayKinds),
  /** Only for these working weeks; absent means every week of the country. */
  weeks: z.array(z.enum(weekTypes)).min(1).optional(),
  /** A working weekend day that is shorter besides. */
  shortened: z.literal(true).optional(),
  certainty: z.enum(certainties),
  name: localText.optional(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

/** One country and year: the file `calendars/<id>.json`. `provisional` until its decree is signed. */
export const calendarYear = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string(),
    country: z.enum(countries),
    year: z.int().min(1900).max(9999),
    status: z.enum(['final', 'provisional']),
    /** The day on which the sources were last read. */
    verifiedOn: z.iso.date(),
    shortenedByMinutes: z.int().positive(),
    source: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
    /** Days off that the year's decree moved. What the law moves by itself is not among them. */
    transfers: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).optional(),
    /** As published: working days of the year, and its hours in a week of 40. */
    norm: z
      .strictObject({ workingDays: z.int().positive(), hours40: z.int().positive() })
      .optional(),
    days: z.array(calendarDay),
  })
  .superRefine((file, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    if (file.id !== `${file.country.toLowerCase()}-${file.year}`) {
      wrong(`id ${file.id} is not country and year`);
    }
    for (const { date } of file.days) {
      if (yearOf(parseDate(date) ?? 0) !== file.year) wrong(`${date} is not in ${file.year}`);
    }
    for (const week of weekTypes) {
      const dates = file.days.filter((day) => appliesTo(day, week)).map(({ date }) => date);
      if (dates.some((date, index) => index > 0 && date <= (dates[index - 1] ?? ''))) {
        wrong(`days of the week of ${week} are not sorted and unique`);
      }
    }
  });
export type CalendarYear = z.infer<typeof calendarYear>;

/** `missing`: nobody has stated the year, and the rule of the law stands in. */
export type YearStatus = CalendarYear['status'] | 'missing';

/** What a calendar takes of one year: a file's, or what an import has made of it. */
export interface CalendarSource extends Pick<
  CalendarYear,
  'country' | 'year' | 'shortenedByMinutes' | 'days'
> {
  readonly status: YearStatus;
  /** An import's: for this working week alone, and before what binds the whole country. */
  readonly week?: WeekType;
  /** Absent for what is shipped. */
  readonly revision?: string;
}

/** Whether a day of a file is one for this working week. */
export const appliesTo = (day: CalendarDay, week: WeekType): boolean =>
  day.weeks?.includes(week) ?? true;
