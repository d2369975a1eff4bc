import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';
import { portalEvents as eventNames } from '#server/features/portals/event-form.ts';
import { portalApps } from '#server/features/portals/portal-apps.table.ts';

/** Events of portals that were answered and wait to be believed or not; they come once, in any order, or twice. */
export const portalEvents = pgTable(
  'portal_events',
  {
    tenantId: text('tenant_id').notNull(),
    /** Digest of event, portal, instant, data and token: it names no id of its own. */
    sha256: text('sha256').notNull(),
    memberId: text('member_id').notNull(),
    name: text('name', { enum: eventNames }).notNull(),
    /** When the portal says that it happened, epoch seconds. */
    ts: integer('ts').notNull(),
    /** All that was sent, under `SECRET_KEY`: there are tokens in it. Null once it was dealt with. */
    sealedBody: text('sealed_body'),
    receivedAt: instant('received_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    /** What became of it; null while it waits. */
    outcome: text('outcome'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.sha256] }),
    // what waits, the oldest first
    index('portal_events_waiting').on(table.nextAt),
    foreignKey({ columns: [table.tenantId], foreignColumns: [portalApps.tenantId] }),
  ],
);
export type PortalEventRow = typeof portalEvents.$inferSelect;
