/** What is wrong with a calendar, each with a stable code. */
const calendarCodes = [
  'calendar.unreadable',
  'calendar.misplaced',
  'calendar.shortened_off',
  'calendar.holiday_worked',
  'calendar.not_derived',
  'calendar.transfers_missing',
  'calendar.norm_missing',
  'calendar.norm_differs',
  'calendar.ends_soon',
  'calendar.ended',
  'calendar.next_days_unknown',
  'calendar.overridden',
  'ical.unreadable',
  'ical.too_large',
  'ical.line',
  'ical.timed',
  'ical.date',
  'ical.span',
  'ical.category',
  'ical.rule',
  'ical.yearly',
  'ical.contradiction',
  'ical.other_years',
  'ical.no_events',
] as const;
export type CalendarCode = (typeof calendarCodes)[number];

/** One finding about a calendar file, an iCalendar file or what is known of the days to come. */
export interface CalendarFinding {
  /** An error refuses, a warning tells. */
  readonly level: 'error' | 'warning';
  readonly code: CalendarCode;
  /** A file, calendar and date, or `line 12`. */
  readonly place: string;
  /** For the person at the terminal; never a value that was read. */
  readonly problem: string;
}

/** Makes errors of one place. */
export const errorAt =
  (place: string) =>
  (code: CalendarCode, problem: string): CalendarFinding => ({
    level: 'error',
    code,
    place,
    problem,
  });

/** `error calendar.norm_differs ru-2027: …` */
export const findingLine = ({ level, code, place, problem }: CalendarFinding): string =>
  `${level} ${code} ${place}: ${problem}`;

/** Whether any of them refuses. */
export const hasErrors = (findings: readonly CalendarFinding[]): boolean =>
  findings.some(({ level }) => level === 'error');
