import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import type { CalendarFinding } from '#server/policy/calendar/calendar-findings.ts';
import type { CalendarId, Coverage } from '#server/policy/calendar/calendar.ts';
import { dayOf } from '#server/policy/time/local-date.ts';
import { vendorDate } from '#server/policy/packs.ts';

/** How far a calendar reaches, and what is wrong with that today. */
export interface CalendarCoverage extends Coverage {
  readonly id: CalendarId;
  readonly findings: readonly CalendarFinding[];
}

/** The calendars that editions in force count by, each once. @param now epoch milliseconds */
export function coverageOfPolicies(policies: PolicyRegistry, now: number): CalendarCoverage[] {
  const found = new Map<CalendarId, CalendarCoverage>();
  for (const vendor of policies.vendors) {
    const policy = policies.inForce(vendor, now);
    const calendar = policy?.desk?.calendar;
    if (!policy || !calendar || found.has(calendar.id)) continue;
    const findings = checkCoverage(calendar, dayOf(vendorDate(policy, now)));
    found.set(calendar.id, { id: calendar.id, ...calendar.coverage, findings });
  }
  return [...found.values()];
}
