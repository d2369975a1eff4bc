import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { findAttachment } from '#server/features/attachments/attachments.repository.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import { storeAttachment } from '#server/features/attachments/store-attachment.ts';
import { removePieces } from '#server/features/uploads/remove-pieces.ts';
import { removeUpload, settleUpload } from '#server/features/uploads/uploads.repository.ts';
import type { UploadRow } from '#server/features/uploads/uploads.table.ts';

/** An upload as its sender sees it; `attachment` once it is whole. */
export interface UploadState {
  readonly upload: UploadRow;
  readonly attachment?: AttachmentRow;
}

/**
 * Turns an upload that is whole into an attachment, by the way that every file takes; one that is not stays as it
 * is. May be done again after a stop at any point: of two attachments made at once the first counts, and the other
 * goes with what nobody has sent.
 *
 * Fails as `storeAttachment` does, and then nothing is left of the upload; with `attachment.not_found` where it was
 * ended meanwhile.
 */
export async function finishUpload(
  deps: Deps,
  upload: UploadRow,
): Promise<Result<UploadState, Problem>> {
  const { tenantId, attachmentId, pieces } = upload;
  if (attachmentId !== null) {
    const attachment = await findAttachment(deps.db, tenantId, attachmentId);
    return attachment ? succeed({ upload, attachment }) : fail({ code: 'attachment.not_found' });
  }
  if (upload.receivedBytes < upload.sizeBytes) return succeed({ upload });
  const stored = await storeAttachment(deps, {
    ...upload,
    body: ReadableStream.from<Uint8Array>(allOf(deps, tenantId, pieces)),
  });
  if (!stored.ok) {
    await removeUpload(deps.db, upload);
    await removePieces(deps.files, upload);
    return stored;
  }
  const settled = await settleUpload(deps.db, upload, stored.value.id);
  const attachment = settled && (await findAttachment(deps.db, tenantId, settled));
  if (!attachment) return fail({ code: 'attachment.not_found' });
  await removePieces(deps.files, upload);
  return succeed({ upload, attachment });
}

async function* allOf(
  { files }: Deps,
  tenantId: string,
  pieces: readonly string[],
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield* await files.read(tenantId, piece);
}
