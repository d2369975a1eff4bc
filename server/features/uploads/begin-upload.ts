import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import type { SaidOfFile } from '#server/features/uploads/metadata.ts';
import { countOpenUploads, insertUpload } from '#server/features/uploads/uploads.repository.ts';
import type { UploadRow } from '#server/features/uploads/uploads.table.ts';

/** How long an upload may take in all, milliseconds. */
const uploadMs = 24 * 3_600_000;
/** How many files one person may have begun and not ended. */
const mostOpen = 20;

/**
 * Makes room for a file of a stated size.
 *
 * Fails with `attachment.empty`, `request.too_large` or `upload.too_many`.
 */
export async function beginUpload(
  deps: Deps,
  whose: { readonly tenantId: string; readonly uploaderId: string },
  sizeBytes: number,
  said: SaidOfFile,
): Promise<Result<UploadRow, Problem>> {
  const limitBytes = deps.config.ATTACHMENT_LIMIT_BYTES;
  if (sizeBytes === 0) return fail({ code: 'attachment.empty' });
  if (sizeBytes > limitBytes) return fail({ code: 'request.too_large', params: { limitBytes } });
  const now = deps.now();
  if ((await countOpenUploads(deps.db, whose, new Date(now))) >= mostOpen)
    return fail({ code: 'upload.too_many' });
  return succeed(
    await insertUpload(deps.db, {
      ...whose,
      ...said,
      id: deps.ids.next('upl'),
      sizeBytes,
      createdAt: new Date(now),
      expiresAt: new Date(now + uploadMs),
    }),
  );
}
