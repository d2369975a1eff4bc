import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import {
  vendorPortalComments,
  vendorPortalRecords,
  type VendorPortalRecordRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

/** What stands for one ticket in the connected portal, the first first. */
export const recordsOf = (
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<VendorPortalRecordRow[]> =>
  db
    .select()
    .from(vendorPortalRecords)
    .where(
      and(
        eq(vendorPortalRecords.tenantId, tenantId),
        eq(vendorPortalRecords.ticketId, ticketId),
        isNull(vendorPortalRecords.formerHost),
      ),
    )
    .orderBy(vendorPortalRecords.createdAt, vendorPortalRecords.key);

/** The same, with what stands in former portals. */
export const everyRecordOf = (
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<VendorPortalRecordRow[]> =>
  db
    .select()
    .from(vendorPortalRecords)
    .where(
      and(eq(vendorPortalRecords.tenantId, tenantId), eq(vendorPortalRecords.ticketId, ticketId)),
    )
    .orderBy(vendorPortalRecords.createdAt, vendorPortalRecords.key);

/** What something in the connected portal stands for; undefined where it is none of ours. */
export async function recordAt(
  db: Database,
  tenantId: string,
  type: VendorPortalRecordRow['type'],
  remoteId: number,
): Promise<VendorPortalRecordRow | undefined> {
  const [row] = await db
    .select()
    .from(vendorPortalRecords)
    .where(
      and(
        eq(vendorPortalRecords.tenantId, tenantId),
        eq(vendorPortalRecords.type, type),
        eq(vendorPortalRecords.remoteId, remoteId),
        isNull(vendorPortalRecords.formerHost),
      ),
    );
  return row;
}

/** Keeps what stands for a ticket. */
export async function keepRecord(db: Database, row: VendorPortalRecordRow): Promise<void> {
  await db.insert(vendorPortalRecords).values(row).onConflictDoNothing();
}

/** Writes down where a record stands there. */
export const keepStage = (db: Database, record: RecordPlace, stage: string): Promise<void> =>
  changeRecord(db, record, { stage });

/** Writes down that a record has no words of its ticket any more. */
export const keepErased = (db: Database, record: RecordPlace, erasedAt: Date): Promise<void> =>
  changeRecord(db, record, { erasedAt });

type RecordPlace = Pick<VendorPortalRecordRow, 'tenantId' | 'ticketId' | 'key'>;

async function changeRecord(
  db: Database,
  { tenantId, ticketId, key }: RecordPlace,
  change: Partial<VendorPortalRecordRow>,
): Promise<void> {
  await db
    .update(vendorPortalRecords)
    .set(change)
    .where(
      and(
        eq(vendorPortalRecords.tenantId, tenantId),
        eq(vendorPortalRecords.ticketId, ticketId),
        eq(vendorPortalRecords.key, key),
      ),
    );
}

/** Comments that are told already, by what they tell. */
export const commentsOf = (db: Database, tenantId: string, ticketId: string) =>
  db
    .select()
    .from(vendorPortalComments)
    .where(
      and(eq(vendorPortalComments.tenantId, tenantId), eq(vendorPortalComments.ticketId, ticketId)),
    );

/** Keeps that a comment is told. */
export async function keepComment(
  db: Database,
  row: typeof vendorPortalComments.$inferInsert,
): Promise<void> {
  await db.insert(vendorPortalComments).values(row).onConflictDoNothing();
}

/** Whether a comment below an item is told already. */
export const isTold = async (db: Database, tenantId: string, remoteId: number): Promise<boolean> =>
  (await db.$count(
    vendorPortalComments,
    and(
      eq(vendorPortalComments.tenantId, tenantId),
      eq(vendorPortalComments.place, 'item'),
      eq(vendorPortalComments.remoteId, remoteId),
    ),
  )) > 0;
