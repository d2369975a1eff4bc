import { succeed, type Result } from '#shared/result.ts';
import type { Database } from '#server/db/connect.ts';
import {
  loadCalendarFiles,
  type CalendarFiles,
} from '#server/features/calendars/calendar-files.ts';
import {
  importsInForce,
  type StoredImport,
} from '#server/features/calendars/calendars.repository.ts';
import { combineYears } from '#server/policy/calendar/calendar-import.ts';
import type { CalendarSource } from '#server/policy/calendar/calendar-year.ts';

/** What is known of all years, where it comes from, and what it is called. */
export interface CalendarsInForce {
  readonly files: CalendarFiles;
  readonly imports: readonly StoredImport[];
  readonly sources: readonly CalendarSource[];
  /** Another one where anything that is not shipped has changed. */
  readonly fingerprint: string;
}

/**
 * Files and imports together.
 *
 * @param dir the folder of CALENDAR_DIR
 * @returns what is wrong with the files, a sentence each
 */
export async function calendarsInForce(
  db: Database,
  dir: string | undefined,
): Promise<Result<CalendarsInForce, string[]>> {
  const files = await loadCalendarFiles(dir);
  if (!files.ok) return files;
  return succeed(withImports(files.value, await importsInForce(db)));
}

/** The same of what was read already. */
export function withImports(
  files: CalendarFiles,
  imports: readonly StoredImport[],
): CalendarsInForce {
  const sources = combineYears(files.shipped, files.overrides, imports);
  const named = sources.flatMap(({ country, week, year, revision }) =>
    revision ? [`${country} ${week ?? ''} ${year} ${revision}`] : [],
  );
  return { files, imports, sources, fingerprint: named.toSorted().join('\n') };
}
