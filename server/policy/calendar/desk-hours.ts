import { z } from 'zod';
import type { ClosedReason } from '#shared/vocabulary.ts';
import type { LocalText } from '#shared/wire/decision.ts';
import { packText } from '#server/policy/pack/words.ts';
import type { CalendarSource } from './calendar-year.ts';
import { type Calendar, calendarIds, firstNotFinal, resolveCalendar } from './calendar.ts';
import { type LocalDay, dayMs, dayOf, yearOf } from '#server/policy/time/local-date.ts';
import { closingKind, officeHoursOf, weekHours } from './office-hours.ts';
import { type Schedule, compileHours } from '#server/policy/time/schedule.ts';
import { isTimezone } from '#server/policy/time/zone.ts';

/** The hours of a policy pack's desk: what the regulation says and how its silences are read. */
export const deskHours = z.strictObject({
  timezone: z
    .string()
    .refine(isTimezone, 'not in the time zone database')
    .meta({ description: 'IANA name of the zone in which the text gives its hours.' }),
  calendar: z
    .enum(calendarIds)
    .meta({ description: 'A6: whose holidays, and of which working week.' }),
  clause: z.string().meta({ description: 'Clause of the hours.' }),
  offices: z
    .array(
      z.strictObject({
        id: z.string(),
        name: packText,
        hours: weekHours,
        regions: z
          .array(z.string())
          .min(1)
          .optional()
          .meta({ description: 'Whose requesters it answers, with `byCustomerRegion`.' }),
        clause: z.string().meta({ description: 'Clause of these hours.' }),
      }),
    )
    .min(1)
    .meta({ description: 'The first one is the head office.' }),
  coverage: z
    .enum(['union', 'byAssignee', 'byCustomerRegion', 'primaryOnly'])
    .default('union')
    .meta({
      description:
        'A4: whose hours count: all offices together, the one of the assignee, the one of the requester’s region (all where it is not known), or the head office.',
    }),
  closedOn: z
    .array(z.enum(['holiday', 'transferred', 'additional']))
    .default(['holiday', 'transferred', 'additional'])
    .meta({ description: 'A6: kinds of days off that close the desk.' }),
  workingWeekends: z.enum(['honor', 'ignore']).default('honor').meta({
    description:
      'A6: whether a weekend day that a decree works is worked, by the hours of a weekday.',
  }),
  shortenedDays: z.enum(['ignore', 'end-early']).default('ignore').meta({
    description:
      'A5: on the eve of a holiday the published hours stand, or the last hour is taken off.',
  }),
  missingYear: z.enum(['estimate', 'refuse']).default('estimate').meta({
    description: 'A7: a year without a calendar: count by the law and say so, or promise nothing.',
  }),
  lateMoves: z.enum(['keep', 'move']).default('keep').meta({
    description:
      'Where a changed calendar would put an open promise later: keep its instant, or move it.',
  }),
});
export type DeskHours = z.infer<typeof deskHours>;

/** Why time on a date is closed; a name where the day has one. */
export interface WhyClosed {
  readonly reason: ClosedReason;
  readonly name?: LocalText;
}

/** Working time that can say why it is closed. */
export interface ExplainedHours {
  readonly schedule: Schedule;
  /** `outside_hours` on a date on which it does open. */
  whyClosed(date: string): WhyClosed;
}

/** A desk's working time, the one that promises are counted in, with the calendar that explains it. */
export interface DeskCalendar extends ExplainedHours {
  readonly timezone: string;
  readonly calendar: Calendar;
  readonly missingYear: DeskHours['missingYear'];
  readonly coverage: DeskHours['coverage'];
  /** Id of the office whose hours alone these are; null for the desk's own. */
  readonly office: string | null;
  /** Each office by itself, whether or not it counts for the promise. */
  readonly offices: readonly DeskOffice[];
  /** First date, `YYYY-MM-DD`, after the years whose calendar is final. */
  readonly estimatedFrom: string;
}

/** One office of a desk, with hours of its own. */
export interface DeskOffice extends ExplainedHours {
  readonly id: string;
  readonly name: LocalText;
  readonly clause: string;
  /** Regions whose requesters it answers. */
  readonly regions: readonly string[];
}

/** @param years calendars of any country */
export function compileDesk(desk: DeskHours, years: readonly CalendarSource[]): DeskCalendar {
  const calendar = resolveCalendar(years, desk.calendar);
  const sources = desk.offices.map((office) => officeHoursOf(office.hours, desk, calendar));
  const hoursTogether = (counted: typeof sources): ExplainedHours => {
    const hoursOn = (day: LocalDay) => counted.flatMap((hours) => hours(day));
    return {
      schedule: compileHours(desk.timezone, (day) => ({ hours: hoursOn(day), breaks: [] })),
      whyClosed: (date) => {
        const day = dayOf(date);
        const reason = closingKind(calendar.dayOn(day), desk);
        const name = calendar.dayOn(day)?.name;
        if (reason) return name ? { reason, name } : { reason };
        return { reason: hoursOn(day).length > 0 ? 'outside_hours' : 'day_off' };
      },
    };
  };

  return {
    ...hoursTogether(desk.coverage === 'primaryOnly' ? sources.slice(0, 1) : sources),
    timezone: desk.timezone,
    calendar,
    missingYear: desk.missingYear,
    coverage: desk.coverage,
    office: null,
    offices: desk.offices.map(({ id, name, clause, regions }, index) => ({
      ...hoursTogether(sources.slice(index, index + 1)),
      id,
      name,
      clause,
      regions: regions ?? [],
    })),
    estimatedFrom: firstNotFinal(calendar.coverage),
  };
}

/**
 * Calendar and years that a calculation between two instants went by: `uz-six-day 2026–2027`, with
 * the revisions of years that are not the shipped ones behind: `uz-six-day 2027 1f3a5b7c`.
 */
export function calendarLabel(desk: DeskCalendar, from: number, to: number): string {
  const first = yearOf(localDay(desk, from));
  const last = yearOf(localDay(desk, to));
  const revisions: string[] = [];
  for (let year = first; year <= last; year += 1) {
    const revision = desk.calendar.revisionOf(year);
    if (revision) revisions.push(revision);
  }
  const years = first === last ? `${first}` : `${first}–${last}`;
  const behind = revisions.length > 0 ? ` ${revisions.join('+')}` : '';
  return `${desk.calendar.id} ${years}${behind}`;
}

/** Openings of the desk's whole local day at `now`, those past included, as epoch milliseconds; empty on a day off. */
export function hoursToday(
  desk: DeskCalendar,
  now: number,
): { readonly from: number; readonly to: number }[] {
  const { periods, zone } = desk.schedule;
  const day = localDay(desk, now);
  const today = periods(zone.toInstant(day * dayMs), zone.toInstant((day + 1) * dayMs));
  return today.map(({ start, end }) => ({ from: start, to: end }));
}

/** The desk's local day at an instant. */
export const localDay = (desk: DeskCalendar, at: number): LocalDay =>
  Math.floor(desk.schedule.zone.toLocal(at) / dayMs);
