import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '#server/db/instant.ts';

/** A file that comes in pieces. Once it is whole it is an attachment, and this says which. */
export const uploads = pgTable(
  'uploads',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    uploaderId: text('uploader_id').notNull(),
    /** Percent-encoded, as the sender named it. */
    encodedName: text('encoded_name').notNull(),
    declaredType: text('declared_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    receivedBytes: integer('received_bytes').notNull().default(0),
    /** Ids of the stored pieces, in their order; none once the attachment is there. */
    pieces: text('pieces')
      .array()
      .notNull()
      .default(sql`'{}'`),
    attachmentId: text('attachment_id'),
    createdAt: instant('created_at').notNull(),
    /** From then on nobody goes on with it. */
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // quota: what one person has begun and not ended; erasure: all that one person has begun
    index('uploads_of_person').on(table.tenantId, table.uploaderId, table.expiresAt),
    // sweep: uploads whose time is over
    index('uploads_expired').on(table.expiresAt),
  ],
);
export type UploadRow = typeof uploads.$inferSelect;
