import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import { removePieces } from '#server/features/uploads/remove-pieces.ts';
import { removeUploadsOf } from '#server/features/uploads/uploads.repository.ts';
import type { FileStore } from '#server/features/attachments/file-store.ts';

/**
 * Removes the files of a ticket with their names, and answers with how many were there. The files go
 * first: a row that says erased is never wrong, and what was cut off in between is erased again.
 */
export async function eraseAttachments(
  tx: Transaction,
  files: FileStore,
  tenantId: string,
  ticketId: string,
  at: Date,
): Promise<number> {
  const ofTicket = and(eq(attachments.tenantId, tenantId), eq(attachments.ticketId, ticketId));
  const rows = await tx.select().from(attachments).where(ofTicket);
  for (const { id } of rows) await files.remove(tenantId, id);
  await tx
    .update(attachments)
    .set({ name: '', sha256: '', sizeBytes: 0, widthPx: null, heightPx: null, erasedAt: at })
    .where(ofTicket);
  return rows.filter(({ erasedAt }) => erasedAt === null).length;
}

/** Removes what somebody has uploaded and not sent, and what is still coming. A piece on its way now is swept within a week. */
export async function eraseUnsent(
  tx: Transaction,
  files: FileStore,
  tenantId: string,
  uploaderId: string,
): Promise<void> {
  const unsent = await tx
    .delete(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        eq(attachments.uploaderId, uploaderId),
        isNull(attachments.messageId),
      ),
    )
    .returning({ id: attachments.id });
  for (const { id } of unsent) await files.remove(tenantId, id);
  for (const begun of await removeUploadsOf(tx, tenantId, uploaderId))
    await removePieces(files, begun);
}
