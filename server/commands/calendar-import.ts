import { readFile, stat } from 'node:fs/promises';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Environment } from '#server/cli.ts';
import { moveAll, printMoves } from '#server/commands/calendar-apply.ts';
import type { CalendarPlace } from '#server/commands/calendar.ts';
import { refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { sha256 } from '#server/digest.ts';
import {
  calendarsInForce,
  type CalendarsInForce,
  withImports,
} from '#server/features/calendars/calendars-in-force.ts';
import { importInForce, saveImport } from '#server/features/calendars/calendars.repository.ts';
import { planDueMoves } from '#server/features/calendars/due-moves.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { changeLine, changesOfYear } from '#server/policy/calendar/calendar-changes.ts';
import {
  type CalendarFinding,
  errorAt,
  findingLine,
} from '#server/policy/calendar/calendar-findings.ts';
import { combineYears, type ImportedYear } from '#server/policy/calendar/calendar-import.ts';
import { calendarParts, resolveCalendar } from '#server/policy/calendar/calendar.ts';
import { icalLimit, readIcal } from '#server/policy/calendar/ical-read.ts';
import { importYear } from '#server/policy/calendar/import-year.ts';
import { whyUnread } from '#server/why-unread.ts';

interface ImportOptions extends CalendarPlace {
  readonly file: string;
  readonly complete?: boolean;
  readonly apply?: boolean;
}

/**
 * Shows what an iCalendar file would change, in the calendar and in open promises; saves it and moves
 * them with `--apply`. Servers follow within a minute.
 */
export async function calendarImport(
  env: Environment,
  { file, calendar, year, complete = false, apply }: ImportOptions,
  now: () => number,
): Promise<number> {
  const text = await readText(file).catch(whyUnread);
  if (typeof text === 'string') return refuse(`${file}: ${text}`);
  const events = text.ok ? readIcal(text.value) : text;
  if (!events.ok) return refuse(...events.failure.map(findingLine));
  return withDatabase(env, async (db, config) => {
    const inForce = await calendarsInForce(db, config.CALENDAR_DIR);
    if (!inForce.ok) return refuse(...inForce.failure);
    const { files } = inForce.value;
    const known = combineYears(files.shipped, files.overrides, []);
    const read = importYear(known, { calendar, year, complete }, events.value);
    if (!read.ok) return refuse(...read.failure.map(findingLine));
    const { imported, findings } = read.value;
    const after = withImport(inForce.value, imported, new Date(now()));
    for (const finding of [...findings, ...overriddenBy(inForce.value, imported)])
      console.log(findingLine(finding));
    printChanges(inForce.value, after, imported);

    const loaded = await loadPolicies(config.POLICY_DIR, after.sources);
    if (!loaded.ok) return refuse(...loaded.failure);
    const policies = policyRegistry(loaded.value.map(({ policy }) => policy));
    const moves = await planDueMoves(db, policies, now());
    printMoves(moves);
    if (!apply) {
      console.log('Nothing is saved; --apply saves the calendar and moves what moves.');
      return 0;
    }
    const at = new Date(now());
    await saveImport(db, imported, text.ok ? sha256(text.value) : '', at);
    await moveAll({ db, policies }, moves, at);
    return 0;
  });
}

/** The file as text; too much of it, and what is no UTF-8, is refused. @throws when it cannot be read */
async function readText(file: string): Promise<Result<string, CalendarFinding[]>> {
  const wrong = errorAt('file');
  if ((await stat(file)).size > icalLimit) {
    return fail([wrong('ical.too_large', `more than ${icalLimit} bytes`)]);
  }
  const bytes = await readFile(file);
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail([wrong('ical.unreadable', 'is not UTF-8')]);
  }
}

/** What would be in force with an import in the place of an earlier one. */
function withImport(
  { files, imports }: CalendarsInForce,
  imported: ImportedYear,
  savedAt: Date,
): CalendarsInForce {
  const others = imports.filter(
    ({ imported: { calendar, year } }) => calendar !== imported.calendar || year !== imported.year,
  );
  return withImports(files, [...others, { ...importInForce(imported), savedAt }]);
}

function overriddenBy(
  { files }: CalendarsInForce,
  { calendar, year }: ImportedYear,
): CalendarFinding[] {
  const { country } = calendarParts[calendar];
  return files.overrides.some((file) => file.country === country && file.year === year)
    ? [
        {
          level: 'warning',
          code: 'calendar.overridden',
          place: `${calendar} ${year}`,
          problem: 'CALENDAR_DIR holds this year, and its file comes before an import',
        },
      ]
    : [];
}

function printChanges(
  before: CalendarsInForce,
  after: CalendarsInForce,
  { calendar, year }: ImportedYear,
): void {
  const [was, is] = [before, after].map(({ sources }) => resolveCalendar(sources, calendar));
  if (!was || !is) return;
  const changes = changesOfYear(was, is, year);
  const count = (kind: string) => changes.filter(({ change }) => change === kind).length;
  for (const change of changes) console.log(changeLine(change));
  console.log(
    `${calendar} ${year} ${is.revisionOf(year) ?? ''}: ${count('added')} added, ` +
      `${count('removed')} removed, ${count('conflict')} in conflict; ${is.statusOf(year)}.`,
  );
}
