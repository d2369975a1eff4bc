import type { Deps } from '#server/deps.ts';
import { removePieces } from '#server/features/uploads/remove-pieces.ts';
import { removeUpload, type UploadPlace } from '#server/features/uploads/uploads.repository.ts';

/** Ends an upload that its sender gives up; false where there is none. What it has become already stays. */
export async function endUpload(deps: Deps, place: UploadPlace): Promise<boolean> {
  const pieces = await removeUpload(deps.db, place);
  if (!pieces) return false;
  await removePieces(deps.files, { tenantId: place.tenantId, pieces: [...pieces] });
  return true;
}
