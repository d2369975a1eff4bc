import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { deliveryStates } from '#shared/webhook-types.ts';
import { instant } from '#server/db/instant.ts';
import { tenants } from '#server/features/tenants/tenants.table.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';

/** A vendor's own portal, in which its people see tickets beside their other work. It proves nobody. */
export const vendorPortals = pgTable('vendor_portals', {
  tenantId: text('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  /** With its port, where it has one of its own. */
  host: text('host').notNull(),
  /** The whole address of an incoming webhook under `SECRET_KEY`: whoever has it has the portal. */
  sealedUrl: text('sealed_url').notNull(),
  /** Secret of the outgoing webhook by which the portal tells of changes, sealed; null where it tells of none. */
  sealedEventKey: text('sealed_event_key'),
  settings: jsonb('settings').$type<VendorPortalSettings>().notNull(),
  /** Events up to this place of the log have been looked at. */
  seq: bigint('seq', { mode: 'number' }).notNull(),
  connectedAt: instant('connected_at').notNull(),
  stoppedAt: instant('stopped_at'),
  /** A server has it to itself until then. */
  leasedUntil: instant('leased_until').notNull(),
  /** Which of them; null where none has. */
  leasedBy: text('leased_by'),
  /** When something came through last. */
  lastPushAt: instant('last_push_at'),
  /** A code, never a sentence; null once something came through. */
  lastError: text('last_error'),
});
export type VendorPortalRow = typeof vendorPortals.$inferSelect;

/** One event of a ticket that the portal is to show: what is said there is made from the log each time. */
export const vendorPortalPushes = pgTable(
  'vendor_portal_pushes',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => vendorPortals.tenantId),
    /** Place of the event in the tenant's log. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    ticketId: text('ticket_id').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    tryAt: instant('try_at').notNull(),
    deliveredAt: instant('delivered_at'),
    /** A code, never a sentence. */
    lastError: text('last_error'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.seq] }),
    // worker: what is next, and whether its ticket waits for something before it
    index('vendor_portal_pushes_waiting')
      .on(table.tenantId, table.ticketId, table.seq)
      .where(sql`state = 'waiting'`),
    // operators: what was given up
    index('vendor_portal_pushes_dead')
      .on(table.tenantId, table.seq)
      .where(sql`state = 'dead'`),
    // worker: what was over long ago, to be forgotten
    index('vendor_portal_pushes_old').on(table.tenantId, table.deliveredAt),
  ],
);
export type VendorPortalPushRow = typeof vendorPortalPushes.$inferSelect;

/** What stands for a ticket in the portal. */
export const vendorPortalRecords = pgTable(
  'vendor_portal_records',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    /**
     * `item`, `task`, or `handed-` and the place in the log where the ticket was handed over; behind its host, where
     * it stands in a former portal.
     */
    key: text('key').notNull(),
    type: text('type', { enum: ['item', 'task'] }).notNull(),
    /** Its number there. */
    remoteId: bigint('remote_id', { mode: 'number' }).notNull(),
    /** Stage of an item, status of a task, as last known. */
    stage: text('stage').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Where it stands, if that portal is not the connected one any more; null where it is. */
    formerHost: text('former_host'),
    /** What kind of items there were in that one. */
    formerEntityTypeId: integer('former_entity_type_id'),
    /** When its words were taken out of it, by us or by hand. */
    erasedAt: instant('erased_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ticketId, table.key] }),
    // the portal names what changed by its number
    index('vendor_portal_records_remote').on(table.tenantId, table.type, table.remoteId),
    foreignKey({ columns: [table.tenantId], foreignColumns: [vendorPortals.tenantId] }),
  ],
);
export type VendorPortalRecordRow = typeof vendorPortalRecords.$inferSelect;

/** Words below an item or a task that were told already, from here or from there: none comes back. */
export const vendorPortalComments = pgTable(
  'vendor_portal_comments',
  {
    tenantId: text('tenant_id').notNull(),
    /** Where its number counts: below items, below tasks, in chats of tasks, or in our own log. See `taskWords`. */
    place: text('place', { enum: ['item', 'task', 'chat', 'log'] })
      .notNull()
      .default('item'),
    remoteId: bigint('remote_id', { mode: 'number' }).notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Place of the event that it tells; null for one that was written there. */
    seq: bigint('seq', { mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.place, table.remoteId] }),
    // what was said of one ticket
    index('vendor_portal_comments_of_ticket').on(table.tenantId, table.ticketId, table.seq),
    foreignKey({ columns: [table.tenantId], foreignColumns: [vendorPortals.tenantId] }),
  ],
);
export type VendorPortalCommentRow = typeof vendorPortalComments.$inferSelect;

/** News of a portal that it told in its own words: kinds and numbers, which are read there again. */
export const vendorPortalNews = pgTable(
  'vendor_portal_news',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => vendorPortals.tenantId),
    /** Digest of event, instant and numbers: it names no id of its own. */
    sha256: text('sha256').notNull(),
    kind: text('kind', { enum: ['item', 'task', 'comment', 'task_comment'] }).notNull(),
    /** Of a comment below a task it is the task's. */
    remoteId: bigint('remote_id', { mode: 'number' }).notNull(),
    receivedAt: instant('received_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    tryAt: instant('try_at').notNull(),
    /** What became of it; null while it waits. */
    outcome: text('outcome'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.sha256] }),
    // worker: what is next
    index('vendor_portal_news_waiting')
      .on(table.tenantId, table.tryAt)
      .where(sql`outcome is null`),
    // worker: what was over long ago, to be forgotten
    index('vendor_portal_news_old').on(table.tenantId, table.receivedAt),
  ],
);
export type VendorPortalNewsRow = typeof vendorPortalNews.$inferSelect;
