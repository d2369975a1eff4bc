import type { PolicyPack } from '#server/policy/pack.ts';
import type { LintFinding } from './finding.ts';

/** Readings whose stakes a vendor should see once: decree days in Uzbekistan, weekdays at weekends. */
export function readingsToConfirm({ desk }: PolicyPack): LintFinding[] {
  if (!('offices' in desk)) return [];
  const uzbek = desk.calendar.startsWith('uz-');
  const russian = desk.calendar === 'ru-production';
  const weekdaysOnly = desk.offices.every(({ hours }) => !hours.sat?.length && !hours.sun?.length);
  const findings: LintFinding[] = [];
  if (uzbek && desk.closedOn.length > 1) {
    findings.push({
      code: 'calendar.strict_reading',
      level: 'warning',
      key: 'A6',
      at: '/desk/closedOn',
      text: 'Moved and decreed days off close the desk; a strict reading closes it on holidays alone.',
      remedy: 'Ask the vendor; the strict reading makes terms end earlier.',
    });
  }
  if (russian && weekdaysOnly && desk.workingWeekends === 'honor') {
    findings.push({
      code: 'calendar.working_weekend',
      level: 'note',
      key: 'A6',
      at: '/desk/workingWeekends',
      text: 'Weekend days that a decree makes working days are worked.',
      remedy: 'Ask the vendor where its text speaks of weekdays and not of working days.',
    });
  }
  return findings;
}

/**
 * How far the calendar of the desk reaches.
 *
 * @param coverage of the desk's calendar, dates `YYYY-MM-DD`
 * @param today the vendor's date
 */
export function calendarReach(
  { desk }: PolicyPack,
  coverage: { readonly finalUntil: string | null; readonly provisionalUntil: string | null },
  today: string,
): LintFinding[] {
  if (!('offices' in desk)) return [];
  const last = coverage.provisionalUntil ?? coverage.finalUntil;
  if (last === null || last < today) {
    return [
      {
        code: 'calendar.missing',
        level: 'error',
        key: 'A7',
        at: '/desk/calendar',
        text: `No calendar of ${desk.calendar} covers today.`,
        remedy: 'Import the calendar of the year: `reglament calendar import`.',
      },
    ];
  }
  return [
    {
      code: 'calendar.reach',
      level: 'note',
      key: 'A7',
      at: '/desk/calendar',
      text: `${desk.calendar} is final until ${coverage.finalUntil ?? 'no date'}; terms beyond are estimates.`,
      remedy: 'Import the next year once its decree is signed.',
    },
  ];
}
