import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/**
 * Deadlines, one row each, armed in the transaction of what sets them. Arming again moves the row
 * and counts its generation up, so that an effect can name the very deadline it belongs to.
 */
export const timers = pgTable(
  'timers',
  {
    tenantId: text('tenant_id').notNull(),
    /** What it is about: a ticket, a check, a plan, as the kind has it. */
    subjectId: text('subject_id').notNull(),
    kind: text('kind').notNull(),
    generation: integer('generation').notNull().default(1),
    /** The instant that was asked for; stays while failed attempts move `fireAt`. */
    dueAt: instant('due_at').notNull(),
    /** When a worker takes it. */
    fireAt: instant('fire_at').notNull(),
    state: text('state', { enum: ['armed', 'fired', 'cancelled'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** A code, never a sentence: sentences of databases quote what people wrote. */
    lastError: text('last_error'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.subjectId, table.kind] }),
    // worker: what is due, the oldest first, and how long to sleep
    index('timers_armed')
      .on(table.fireAt)
      .where(sql`state = 'armed'`),
  ],
);
