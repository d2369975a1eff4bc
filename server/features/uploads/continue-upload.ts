import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { finishUpload, type UploadState } from '#server/features/uploads/finish-upload.ts';
import {
  addPiece,
  findUpload,
  type UploadPlace,
} from '#server/features/uploads/uploads.repository.ts';
import { whatCame, type Patience } from '#server/features/uploads/what-came.ts';

const patience: Patience = { silenceMs: 30_000, pieceMs: 120_000 };

/**
 * Takes the next piece of a file, whole or as far as it came. Every piece is stored by itself and counts once it is
 * put at the end, so that of two pieces sent at once for the same place one counts and none is mixed with the other.
 *
 * Fails with `attachment.not_found`, `upload.moved_on` where the end is elsewhere, `request.too_large` where
 * more comes than was stated, or as `finishUpload` does.
 */
export async function continueUpload(
  deps: Deps,
  place: UploadPlace,
  offsetBytes: number,
  body: ReadableStream<Uint8Array> | null,
  waiting = patience,
): Promise<Result<UploadState, Problem>> {
  const upload = await findUpload(deps.db, place, new Date(deps.now()));
  if (!upload) return fail({ code: 'attachment.not_found' });
  if (offsetBytes !== upload.receivedBytes) return fail({ code: 'upload.moved_on' });
  const limitBytes = upload.sizeBytes - offsetBytes;
  if (!body || limitBytes === 0) return finishUpload(deps, upload);

  const { tenantId } = place;
  const id = deps.ids.next('upl');
  const came = ReadableStream.from<Uint8Array>(whatCame(body, waiting));
  const saved = await deps.files.save(tenantId, id, came, limitBytes);
  if (!saved.ok)
    return saved.failure === 'empty'
      ? finishUpload(deps, upload)
      : fail({ code: 'request.too_large', params: { limitBytes } });
  const longer = await addPiece(deps.db, place, offsetBytes, { id, ...saved.value });
  if (longer) return finishUpload(deps, longer);
  await deps.files.remove(tenantId, id);
  return fail({ code: 'upload.moved_on' });
}
