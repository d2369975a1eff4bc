import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { uploads, type UploadRow } from '#server/features/uploads/uploads.table.ts';

/** One person's upload. */
export interface UploadPlace {
  readonly tenantId: string;
  readonly uploaderId: string;
  readonly id: string;
}

const at = ({ tenantId, uploaderId, id }: UploadPlace) =>
  and(eq(uploads.tenantId, tenantId), eq(uploads.id, id), eq(uploads.uploaderId, uploaderId));

/** Records that a file begins to come. */
export async function insertUpload(
  db: Database,
  row: typeof uploads.$inferInsert,
): Promise<UploadRow> {
  const [stored] = await db.insert(uploads).values(row).returning();
  return stored as UploadRow;
}

/** How many files this person has begun and not ended. */
export const countOpenUploads = (
  db: Database,
  { tenantId, uploaderId }: Pick<UploadPlace, 'tenantId' | 'uploaderId'>,
  now: Date,
): Promise<number> =>
  db.$count(
    uploads,
    and(
      eq(uploads.tenantId, tenantId),
      eq(uploads.uploaderId, uploaderId),
      gt(uploads.expiresAt, now),
      isNull(uploads.attachmentId),
    ),
  );

/** Undefined where this person has none of that id, or its time is over. */
export async function findUpload(
  db: Database,
  place: UploadPlace,
  now: Date,
): Promise<UploadRow | undefined> {
  const [row] = await db
    .select()
    .from(uploads)
    .where(and(at(place), gt(uploads.expiresAt, now)));
  return row;
}

/**
 * Puts a stored piece at the end, as long as the end is still where the sender saw it.
 *
 * @returns undefined where another piece came first
 */
export async function addPiece(
  db: Database,
  place: UploadPlace,
  offsetBytes: number,
  piece: { readonly id: string; readonly sizeBytes: number },
): Promise<UploadRow | undefined> {
  const [row] = await db
    .update(uploads)
    .set({
      receivedBytes: offsetBytes + piece.sizeBytes,
      pieces: sql`array_append(${uploads.pieces}, ${piece.id})`,
    })
    .where(and(at(place), eq(uploads.receivedBytes, offsetBytes), isNull(uploads.attachmentId)))
    .returning();
  return row;
}

/** Says which attachment it has become; the first answer stays. Undefined where it was ended meanwhile. */
export async function settleUpload(
  db: Database,
  place: UploadPlace,
  attachmentId: string,
): Promise<string | undefined> {
  const [row] = await db
    .update(uploads)
    .set({ attachmentId: sql`coalesce(${uploads.attachmentId}, ${attachmentId})`, pieces: [] })
    .where(at(place))
    .returning({ id: uploads.attachmentId });
  return row?.id ?? undefined;
}

/** Forgets an upload, and answers with its pieces. */
export async function removeUpload(
  db: Database,
  place: UploadPlace,
): Promise<readonly string[] | undefined> {
  const [row] = await db.delete(uploads).where(at(place)).returning({ pieces: uploads.pieces });
  return row?.pieces;
}

type Gone = Pick<UploadRow, 'tenantId' | 'pieces'>;
const gone = { tenantId: uploads.tenantId, pieces: uploads.pieces };

/** Forgets every upload whose time is over. */
export const removeExpiredUploads = (db: Database, now: Date): Promise<Gone[]> =>
  db.delete(uploads).where(lte(uploads.expiresAt, now)).returning(gone);

/** Forgets everything that one person has begun to upload. */
export const removeUploadsOf = (
  tx: Transaction,
  tenantId: string,
  uploaderId: string,
): Promise<Gone[]> =>
  tx
    .delete(uploads)
    .where(and(eq(uploads.tenantId, tenantId), eq(uploads.uploaderId, uploaderId)))
    .returning(gone);
