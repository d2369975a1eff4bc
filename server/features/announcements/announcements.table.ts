import { bigint, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AnnouncementTexts, Audience } from '#shared/wire/announcements.ts';
import { announcementKinds } from '#shared/wire/announcements.ts';
import { instant } from '#server/db/instant.ts';

/** News for customers: versions, updates, planned works, outages. */
export const announcements = pgTable(
  'announcements',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind', { enum: announcementKinds }).notNull(),
    texts: json('texts').$type<AnnouncementTexts>().notNull(),
    audience: json('audience').$type<Audience>().notNull(),
    /** When it is published; nobody hears of it before. */
    publishAt: instant('publish_at').notNull(),
    /** Planned works: from when to when. */
    worksFrom: instant('works_from'),
    worksUntil: instant('works_until'),
    /** Until when widget and public page show it; null for an outage that lasts. */
    shownUntil: instant('shown_until'),
    /** The check whose failing it tells of. */
    checkId: text('check_id'),
    /** The last contact that a batch has come to; null before the first. */
    deliveredTo: text('delivered_to'),
    /** When everybody had been served. */
    deliveredAt: instant('delivered_at'),
    /** When it was taken back before anybody was told. */
    withdrawnAt: instant('withdrawn_at'),
    /** The agent who wrote it; null where the watch did. */
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    /** Counts its changes, from 1. */
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
export type AnnouncementRow = typeof announcements.$inferSelect;

/** The delivery log: one row a contact and channel, so that nobody is told twice. */
export const announcementDeliveries = pgTable(
  'announcement_deliveries',
  {
    tenantId: text('tenant_id').notNull(),
    announcementId: text('announcement_id').notNull(),
    /** Digest of the address: two accounts with one mailbox are one contact. */
    contactSha256: text('contact_sha256').notNull(),
    channel: text('channel', { enum: ['mail'] }).notNull(),
    /** Null where a contract lists the address of somebody who never wrote. */
    requesterId: text('requester_id'),
    /** Its letter. */
    outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.tenantId, table.announcementId, table.contactSha256, table.channel],
    }),
  ],
);
