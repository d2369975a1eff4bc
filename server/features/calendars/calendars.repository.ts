import { desc } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { calendars } from '#server/features/calendars/calendars.table.ts';
import { revisionOf } from '#server/features/calendars/revision.ts';
import {
  importedYear,
  type ImportedYear,
  type ImportInForce,
} from '#server/policy/calendar/calendar-import.ts';

/** An import in force, and since when. */
export interface StoredImport extends ImportInForce {
  readonly savedAt: Date;
}

/** What an import would be called. */
export const importInForce = (imported: ImportedYear): ImportInForce => ({
  imported,
  revision: revisionOf(JSON.stringify(importedYear.parse(imported))),
});

/** Puts an import in force; nothing is overwritten. */
export async function saveImport(
  db: Database,
  imported: ImportedYear,
  fileSha256: string,
  savedAt: Date,
): Promise<StoredImport> {
  const { revision } = importInForce(imported);
  const { calendar: calendarId, year } = imported;
  await db.insert(calendars).values({ calendarId, year, revision, imported, fileSha256, savedAt });
  return { imported, revision, savedAt };
}

/** The newest import of every calendar and year. */
export async function importsInForce(db: Database): Promise<StoredImport[]> {
  const rows = await db
    .selectDistinctOn([calendars.calendarId, calendars.year], {
      imported: calendars.imported,
      revision: calendars.revision,
      savedAt: calendars.savedAt,
    })
    .from(calendars)
    .orderBy(calendars.calendarId, calendars.year, desc(calendars.id));
  return rows.map((row) => ({ ...row, imported: importedYear.parse(row.imported) }));
}
