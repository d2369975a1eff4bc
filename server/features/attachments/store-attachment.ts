import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { shownName } from '#shared/shown-name.ts';
import type { Deps } from '#server/deps.ts';
import { isCleanText } from '#server/http/json-body.ts';
import { insertAttachment } from '#server/features/attachments/attachments.repository.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import { mediaTypeOf, pictureSize } from '#server/features/attachments/media-type.ts';

/** One file on its way in. */
export interface Upload {
  readonly tenantId: string;
  readonly uploaderId: string;
  /** As the sender named it, percent-encoded; shown, never used as a path. */
  readonly encodedName: string | undefined;
  readonly declaredType: string;
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * Streams one file to the store and records it. Nothing is kept of a file that is refused.
 *
 * Fails with `request.too_large`, `attachment.empty` or `attachment.type_refused`.
 */
export async function storeAttachment(
  deps: Deps,
  upload: Upload,
): Promise<Result<AttachmentRow, Problem>> {
  const { tenantId, uploaderId } = upload;
  const limitBytes = deps.config.ATTACHMENT_LIMIT_BYTES;
  const id = deps.ids.next('att');
  const saved = await deps.files.save(tenantId, id, upload.body, limitBytes);
  if (!saved.ok) {
    return saved.failure === 'empty'
      ? fail({ code: 'attachment.empty' })
      : fail({ code: 'request.too_large', params: { limitBytes } });
  }
  const mediaType = await mediaTypeOf(saved.value.head, upload.declaredType);
  if (!mediaType) {
    await deps.files.remove(tenantId, id);
    return fail({ code: 'attachment.type_refused' });
  }
  try {
    const row = await insertAttachment(deps.db, {
      tenantId,
      id,
      uploaderId,
      name: nameOf(upload.encodedName, mediaType),
      mediaType,
      sizeBytes: saved.value.sizeBytes,
      sha256: saved.value.sha256,
      ...pictureSize(saved.value.head, mediaType),
      createdAt: new Date(deps.now()),
    });
    return succeed(row);
  } catch (error) {
    await deps.files.remove(tenantId, id);
    throw error;
  }
}

/** The last part of the name without control and invisible characters, or the type's own name. */
function nameOf(encoded: string | undefined, mediaType: string): string {
  const fallback = mediaType.replace('/', '.');
  try {
    const decoded = decodeURIComponent(encoded ?? '');
    if (!isCleanText(decoded)) return fallback;
    const name = shownName(decoded.replace(/^.*[\\/]/, ''))
      .trim()
      .slice(0, 200);
    return name || fallback;
  } catch {
    return fallback;
  }
}
