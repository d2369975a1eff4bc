import { type Calendar, calendarParts } from './calendar.ts';
import type { CalendarFinding } from './calendar-findings.ts';
import type { Country } from './calendar-year.ts';
import { type LocalDay, dateText, dayOf } from '#server/policy/time/local-date.ts';

/** Days of final calendar that must be left: fewer than `warnDays` warn, fewer than `failDays` fail. */
export interface CoverageLimits {
  readonly warnDays: number;
  readonly failDays: number;
}

/**
 * Russia's decree comes in autumn, so a year that nears its end without the next one is a fault.
 * Uzbekistan's is signed a week before the new year: until then a provisional year is all there is.
 */
const coverageLimits: Readonly<Record<Country, CoverageLimits>> = {
  RU: { warnDays: 90, failDays: 30 },
  UZ: { warnDays: 60, failDays: 0 },
};

/** Days to come that must be known at least provisionally. */
const knownDays = 60;

/** Days from `today` to the end of the final calendar; negative when it has passed. */
const finalDaysLeft = ({ coverage }: Pick<Calendar, 'coverage'>, today: LocalDay): number =>
  coverage.finalUntil === null ? Number.NEGATIVE_INFINITY : dayOf(coverage.finalUntil) - today;

/** What a calendar does not cover any more, or soon will not. @param today the date to judge by */
export function checkCoverage(
  calendar: Pick<Calendar, 'id' | 'coverage'>,
  today: LocalDay,
): CalendarFinding[] {
  const { finalUntil, provisionalUntil } = calendar.coverage;
  const { warnDays, failDays } = coverageLimits[calendarParts[calendar.id].country];
  const left = finalDaysLeft(calendar, today);
  const about = { place: calendar.id } as const;
  const findings: CalendarFinding[] = [];
  if (left < failDays) {
    const problem =
      finalUntil === null
        ? 'no year is final'
        : `final until ${finalUntil}, and ${failDays} days before that it should be longer`;
    findings.push({ ...about, level: 'error', code: 'calendar.ended', problem });
  } else if (left < warnDays) {
    const rest = provisionalUntil ? `, provisional until ${provisionalUntil}` : '';
    const problem = `final until ${finalUntil}, ${left} days from now${rest}`;
    findings.push({ ...about, level: 'warning', code: 'calendar.ends_soon', problem });
  }
  const until = provisionalUntil ?? finalUntil;
  if (until === null || dayOf(until) < today + knownDays) {
    const problem = `the days until ${dateText(today + knownDays)} are neither final nor provisional`;
    findings.push({ ...about, level: 'error', code: 'calendar.next_days_unknown', problem });
  }
  return findings;
}
