import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import { attachments, type AttachmentRow } from '#server/features/attachments/attachments.table.ts';

/** A message of a ticket. */
export interface MessagePlace {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly messageId: string;
}

/** Records a file that is stored already. */
export async function insertAttachment(
  db: Database,
  row: typeof attachments.$inferInsert,
): Promise<AttachmentRow> {
  const [stored] = await db.insert(attachments).values(row).returning();
  return stored as AttachmentRow;
}

/** How many of these files are this uploader's and not yet part of a message. */
export async function countFreeAttachments(
  db: Database,
  tenantId: string,
  uploaderId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  return db.$count(attachments, areFree(tenantId, uploaderId, ids));
}

/**
 * Makes files a part of a message.
 *
 * @returns false where one of them is not this uploader's, or part of a message already
 */
export async function attachToMessage(
  tx: Transaction,
  { tenantId, ticketId, messageId }: MessagePlace,
  uploaderId: string,
  files: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(files)];
  if (ids.length === 0) return true;
  const taken = await tx
    .update(attachments)
    .set({ ticketId, messageId })
    .where(areFree(tenantId, uploaderId, ids))
    .returning({ id: attachments.id });
  return taken.length === ids.length;
}

/** Files of this uploader that are not part of a message yet. */
const areFree = (tenantId: string, uploaderId: string, ids: readonly string[]) =>
  and(
    eq(attachments.tenantId, tenantId),
    inArray(attachments.id, [...ids]),
    eq(attachments.uploaderId, uploaderId),
    isNull(attachments.messageId),
  );

/** Undefined when this tenant has no such file, or no longer. */
export async function findAttachment(
  db: Database,
  tenantId: string,
  id: string,
): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(
      and(eq(attachments.tenantId, tenantId), eq(attachments.id, id), isNull(attachments.erasedAt)),
    );
  return row;
}

/** Files of a ticket's messages, oldest first. */
export async function listAttachments(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<AttachmentRow[]> {
  return db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        eq(attachments.ticketId, ticketId),
        isNull(attachments.erasedAt),
      ),
    )
    .orderBy(attachments.createdAt, attachments.id);
}

/** A file as both sides see it: neither its digest nor who uploaded it. */
export const attachmentView = (row: AttachmentRow): AttachmentView => ({
  id: row.id,
  name: row.name,
  mediaType: row.mediaType,
  bytes: row.sizeBytes,
  ...(row.widthPx !== null && row.heightPx !== null
    ? { width: row.widthPx, height: row.heightPx }
    : {}),
});
