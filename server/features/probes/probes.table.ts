import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { refusalReasons, unreachableReasons } from '#server/http/probe/probe-finding.ts';

/** What an address is looked at for. */
const probeSubjects = ['check', 'portal'] as const;
export type ProbeSubject = (typeof probeSubjects)[number];

/**
 * Looks at addresses: asked for in a transaction, done outside of any, and kept with what they found.
 */
export const probes = pgTable(
  'probes',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    subject: text('subject', { enum: probeSubjects }).notNull(),
    /** The check, or the ticket whose portal it is. */
    subjectId: text('subject_id').notNull(),
    url: text('url').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** A server is at it until then; after that another may take it. */
    claimedUntil: instant('claimed_until'),
    finishedAt: instant('finished_at'),
    outcome: text('outcome', { enum: ['reachable', 'unreachable', 'refused'] }),
    reason: text('reason', { enum: [...refusalReasons, ...unreachableReasons] }),
    httpStatus: integer('http_status'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // prober: what has been asked for, the oldest first
    index('probes_asked')
      .on(table.askedAt)
      .where(sql`finished_at is null`),
    // results of one check or portal, the newest first, page after page
    index('probes_of_its_subject').on(
      table.tenantId,
      table.subject,
      table.subjectId,
      table.askedAt.desc(),
      table.id.desc(),
    ),
  ],
);
export type ProbeRow = typeof probes.$inferSelect;
