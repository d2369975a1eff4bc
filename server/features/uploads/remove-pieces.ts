import type { FileStore } from '#server/features/attachments/file-store.ts';
import type { UploadRow } from '#server/features/uploads/uploads.table.ts';

/** Removes the stored pieces of an upload that nobody goes on with. */
export async function removePieces(
  files: FileStore,
  { tenantId, pieces }: Pick<UploadRow, 'tenantId' | 'pieces'>,
): Promise<void> {
  for (const piece of pieces) await files.remove(tenantId, piece);
}
