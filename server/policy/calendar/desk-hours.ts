import { z } from 'zod';
import type { ClosedReason } from '#shared/vocabulary.ts';
import { type LocalText, localText } from '#shared/wire/decision.ts';
import type { CalendarSource } from './calendar-year.ts';
import { type Calendar, calendarIds, firstNotFinal, resolveCalendar } from './calendar.ts';
import { type LocalDay, dayMs, dayOf, yearOf } from '#server/policy/time/local-date.ts';
import { closingKind, officeHoursOf, weekHours } from './office-hours.ts';
import { type Schedule, compileHours } from '#server/policy/time/schedule.ts';
import { isTimezone } from '#server/policy/time/zone.ts';

/** The hours of a policy pack's desk: what the regulation says and how its silences are read. */
export const deskHours = z.strictObject({
  /** IANA name: the zone in which the regulation gives its hours. */
  timezone: z.string().refine(isTimezone, 'not in the time zone database'),
  calendar: z.enum(calendarIds),
  clause: z.string(),
  /** The first one is the head office. */
  offices: z
    .array(
      z.strictObject({
        id: z.string(),
        name: localText,
        hours: weekHours,
        /** Regions whose requesters this office answers, with `byCustomerRegion`. */
        regions: z.array(z.string()).min(1).optional(),
        clause: z.string(),
      }),
    )
    .min(1),
  /**
   * Whose time is the desk's working time (A4): all offices together, the first alone, the office of
   * the requester's region, or the assignee's. Where region or assignee is not known, all together.
   */
  coverage: z.enum(['union', 'byAssignee', 'byCustomerRegion', 'primaryOnly']).default('union'),
  /** Kinds of days off that close the desk. */
  closedOn: z
    .array(z.enum(['holiday', 'transferred', 'additional']))
    .default(['holiday', 'transferred', 'additional']),
  /** Whether a weekend day that a decree made a working day is worked, by Monday–Friday's hours. */
  workingWeekends: z.enum(['honor', 'ignore']).default('honor'),
  /** `end-early` takes the hour off the end of an office's day; `ignore` keeps the published hours. */
  shortenedDays: z.enum(['ignore', 'end-early']).default('ignore'),
  /** A year without a calendar: promise by the rule of the law and say so, or promise nothing. */
  missingYear: z.enum(['estimate', 'refuse']).default('estimate'),
  /** A calendar that changes would put an open promise later: keep the instant that was given, or move it. */
  lateMoves: z.enum(['keep', 'move']).default('keep'),
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
