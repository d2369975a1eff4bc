import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** A stored file. It belongs to its uploader until a message takes it. */
export const attachments = pgTable(
  'attachments',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** Requester or agent who uploaded it. */
    uploaderId: text('uploader_id').notNull(),
    ticketId: text('ticket_id'),
    messageId: text('message_id'),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    widthPx: integer('width_px'),
    heightPx: integer('height_px'),
    /** When the file was erased; from then on nothing of it is left but that there was one. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // sweep: uploads that no message took
    index('attachments_unsent')
      .on(table.createdAt)
      .where(sql`message_id is null`),
    // files of one ticket's thread
    index('attachments_of_ticket').on(table.tenantId, table.ticketId),
  ],
);
export type AttachmentRow = typeof attachments.$inferSelect;
