import { bigint, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import type { ImportedYear } from '#server/policy/calendar/calendar-import.ts';
import { calendarIds } from '#server/policy/calendar/calendar.ts';

/**
 * Imported years. Append-only: of one calendar and year the newest row is in force, and going back
 * is importing again. No tenant is in the key: a calendar is the law of a country and binds every
 * vendor alike, so where tables are spread over machines this one is copied to all.
 */
export const calendars = pgTable(
  'calendars',
  {
    calendarId: text('calendar_id', { enum: calendarIds }).notNull(),
    year: integer('year').notNull(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    revision: text('revision').notNull(),
    imported: json('imported').$type<ImportedYear>().notNull(),
    /** Of the file it was read from. */
    fileSha256: text('file_sha256').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.calendarId, table.year, table.id] })],
);
