import type { Deps } from '#server/deps.ts';
import { removePieces } from '#server/features/uploads/remove-pieces.ts';
import { removeExpiredUploads } from '#server/features/uploads/uploads.repository.ts';

/** Removes what nobody went on with for a day. Running it again, or on two servers, is harmless. */
export async function sweepUploads({
  db,
  files,
  now,
}: Pick<Deps, 'db' | 'files' | 'now'>): Promise<void> {
  for (const gone of await removeExpiredUploads(db, new Date(now())))
    await removePieces(files, gone);
}
