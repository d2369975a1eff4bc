import type { Environment } from '#server/cli.ts';
import type { CalendarOptions } from '#server/commands/calendar.ts';
import { refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import {
  checkCalendarFolder,
  type CheckedFolder,
  shippedCalendars,
} from '#server/features/calendars/calendar-files.ts';
import { importsInForce } from '#server/features/calendars/calendars.repository.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import { findingLine, hasErrors } from '#server/policy/calendar/calendar-findings.ts';
import { combineYears, type ImportInForce } from '#server/policy/calendar/calendar-import.ts';
import { calendarIds, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { dayMs } from '#server/policy/time/local-date.ts';
import { whyUnread } from '#server/why-unread.ts';

/**
 * Checks the calendars that are shipped and those of a folder, `--dir` or CALENDAR_DIR, and how far
 * they reach; with `--stored` imports of the database count too. A line a finding.
 *
 * @param now epoch milliseconds
 * @returns 0 when nothing is wrong or something should be looked at soon, 1 when something is wrong
 */
export async function calendarCheck(
  env: Environment,
  { dir, stored }: Pick<CalendarOptions, 'dir' | 'stored'>,
  now: number,
): Promise<number> {
  const folder = dir ?? env['CALENDAR_DIR'];
  const shipped = await checkCalendarFolder(shippedCalendars);
  const own = folder ? await checkCalendarFolder(folder).catch(whyUnread) : undefined;
  if (typeof own === 'string') return refuse(`${folder}: ${own}`);
  const folders = own ? [shipped, own] : [shipped];
  if (!stored) return report(folders, [], now);
  return withDatabase(env, async (db) => report(folders, await importsInForce(db), now));
}

function report(
  [shipped, own]: readonly CheckedFolder[],
  imports: readonly ImportInForce[],
  now: number,
): number {
  const sources = combineYears(shipped?.years ?? [], own?.years ?? [], imports);
  const today = Math.floor(now / dayMs);
  const findings = [
    ...(shipped?.findings ?? []),
    ...(own?.findings ?? []),
    ...calendarIds.flatMap((id) => checkCoverage(resolveCalendar(sources, id), today)),
  ];
  for (const finding of findings) console.log(findingLine(finding));
  if (findings.length === 0) console.log('Every calendar is in order.');
  return hasErrors(findings) ? 1 : 0;
}
