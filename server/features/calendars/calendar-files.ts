import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '#shared/result.ts';
import { revisionOf } from '#server/features/calendars/revision.ts';
import { jsonOf } from '#server/json-of.ts';
import { packageRoot } from '#server/package-root.ts';
import { checkCalendarFile } from '#server/policy/calendar/calendar-check.ts';
import {
  type CalendarFinding,
  errorAt,
  findingLine,
} from '#server/policy/calendar/calendar-findings.ts';
import {
  calendarYear,
  type CalendarSource,
  type CalendarYear,
} from '#server/policy/calendar/calendar-year.ts';
import { whyUnread } from '#server/why-unread.ts';

/** Years as files have them, before imports. */
export interface CalendarFiles {
  readonly shipped: readonly CalendarYear[];
  /** Of the folder that a setting names: they stand in the place of shipped ones of the same id. */
  readonly overrides: readonly CalendarSource[];
}

/** The calendars of a folder, and everything that is wrong with them. */
export interface CheckedFolder {
  readonly years: readonly (CalendarYear & { readonly revision: string })[];
  readonly findings: readonly CalendarFinding[];
}

/** Folder of the calendars that come with the package. */
export const shippedCalendars = join(packageRoot(import.meta.url), 'server/policy/calendars');

/**
 * Reads what is shipped, and the folder of CALENDAR_DIR.
 *
 * @returns what is wrong with the folder or its files, a sentence each
 */
export async function loadCalendarFiles(dir?: string): Promise<Result<CalendarFiles, string[]>> {
  const shipped = await checkCalendarFolder(shippedCalendars);
  const overrides = dir ? await checkCalendarFolder(dir).catch(whyUnread) : none;
  if (typeof overrides === 'string') return fail([`CALENDAR_DIR: ${overrides}`]);
  const findings = [...shipped.findings, ...overrides.findings];
  return findings.length > 0
    ? fail(findings.map(findingLine))
    : succeed({
        shipped: shipped.years.map(({ revision: _revision, ...year }) => year),
        overrides: overrides.years,
      });
}

/** The calendars that are shipped, one file a country and year. @throws when one of them is wrong */
export async function loadCalendars(): Promise<readonly CalendarYear[]> {
  const files = await loadCalendarFiles();
  if (!files.ok) throw new Error(files.failure.join('\n'));
  return files.value.shipped;
}

const none: CheckedFolder = { years: [], findings: [] };

/**
 * Reads and checks every `<country>-<year>.json` of a folder: adding a year is adding a file.
 *
 * @throws when the folder itself cannot be read
 */
export async function checkCalendarFolder(folder: string): Promise<CheckedFolder> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const years: CheckedFolder['years'][number][] = [];
  const findings: CalendarFinding[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const read = readCalendarFile(name, text);
    if (!read.ok) {
      findings.push(...read.failure);
      continue;
    }
    years.push({ ...read.value, revision: revisionOf(text) });
    findings.push(...checkCalendarFile(read.value));
  }
  return { years, findings };
}

function readCalendarFile(name: string, text: string): Result<CalendarYear, CalendarFinding[]> {
  const wrong = errorAt(name);
  const json = jsonOf(text);
  if (json === undefined) return fail([wrong('calendar.unreadable', 'is not JSON')]);
  const parsed = calendarYear.safeParse(json);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) =>
        wrong('calendar.unreadable', [path.join('.'), message].filter(Boolean).join(' ')),
      ),
    );
  }
  return name === `${parsed.data.id}.json`
    ? succeed(parsed.data)
    : fail([wrong('calendar.unreadable', `holds ${parsed.data.id}, and must be named so`)]);
}
