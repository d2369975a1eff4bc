import { fail, type Result, succeed } from '#shared/result.ts';
import { checkDays } from './calendar-check.ts';
import { type CalendarFinding, errorAt, hasErrors } from './calendar-findings.ts';
import { type ImportedYear, daysKnown, sourceWith } from './calendar-import.ts';
import type { CalendarDay, CalendarSource } from './calendar-year.ts';
import { calendarParts } from './calendar.ts';
import { dayOfEvent, daysInYear } from './ical-days.ts';
import type { IcalEvent } from './ical-read.ts';
import { type LocalDay, dateText, dayOf } from '#server/policy/time/local-date.ts';

/** An import before it is saved, and what to mention about it. */
export interface ProposedImport {
  readonly imported: ImportedYear;
  readonly findings: readonly CalendarFinding[];
}

/**
 * Takes the days of one year from a file's events. A date that one event cancels and another one
 * states is what is stated.
 *
 * @param files calendars without imports
 * @returns why the events cannot be taken, or do not make a calendar that the law allows
 */
export function importYear(
  files: readonly CalendarSource[],
  target: Pick<ImportedYear, 'calendar' | 'year' | 'complete'>,
  events: readonly IcalEvent[],
): Result<ProposedImport, CalendarFinding[]> {
  const { calendar, year, complete } = target;
  const { week } = calendarParts[calendar];
  const known = new Map(daysKnown(files, calendar, year).map((day) => [dayOf(day.date), day]));
  const findings: CalendarFinding[] = [];
  const days = new Map<LocalDay, CalendarDay>();
  const cancelled = new Set<LocalDay>();
  let elsewhere = 0;

  for (const event of events) {
    const own = daysInYear(event, year);
    if (own.length === 0) elsewhere += 1;
    else if (event.yearly) findings.push(saidYearly(event, own[0] ?? 0));
    for (const day of own) {
      if (event.cancelled) {
        cancelled.add(day);
        continue;
      }
      const read = dayOfEvent(event, day, known.get(day), week);
      if (!read.ok) {
        findings.push(read.failure);
        break;
      }
      const before = days.get(day);
      if (!read.value) continue;
      if (!before) days.set(day, read.value);
      else if (!sameKind(before, read.value)) findings.push(contradiction(event, day));
    }
  }
  if (elsewhere > 0) findings.push(passedOver(elsewhere, year));
  // a file without any event takes an earlier import back; one of another year is a mistake
  const ofOtherYears = elsewhere > 0 && elsewhere === events.length;
  if (ofOtherYears || (complete && days.size === 0)) {
    findings.push(errorAt('file')('ical.no_events', `holds no day of ${year}`));
  }
  const byDate = [...days].toSorted(([a], [b]) => a - b).map(([, day]) => day);
  const ordinary = [...cancelled].filter((day) => !days.has(day)).toSorted((a, b) => a - b);
  const imported = {
    ...target,
    days: byDate,
    ordinary: complete ? [] : ordinary.map(dateText),
  };
  findings.push(...checkDays(sourceWith(files, imported), week, calendar));
  return hasErrors(findings) ? fail(findings) : succeed({ imported, findings });
}

/** Whether two days are the same to everybody who counts. */
export const sameKind = (a: CalendarDay | undefined, b: CalendarDay | undefined): boolean =>
  a?.kind === b?.kind && a?.shortened === b?.shortened;

const contradiction = ({ line }: IcalEvent, day: LocalDay): CalendarFinding =>
  errorAt(`line ${line}`)(
    'ical.contradiction',
    `makes ${dateText(day)} something else than an event before it`,
  );

const saidYearly = ({ line }: IcalEvent, day: LocalDay): CalendarFinding => ({
  level: 'warning',
  code: 'ical.yearly',
  place: `line ${line}`,
  problem: `repeats every year and is taken for ${dateText(day)}; feasts and moved days do not`,
});

const passedOver = (count: number, year: number): CalendarFinding => ({
  level: 'warning',
  code: 'ical.other_years',
  place: 'file',
  problem: `${count} events of other years than ${year} are passed over`,
});
