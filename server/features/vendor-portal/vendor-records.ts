import type { VendorRecord } from '#shared/wire/vendor-portal.ts';
import type { Database } from '#server/db/connect.ts';
import { recordUrl } from '#server/features/vendor-portal/record-url.ts';
import { everyRecordOf } from '#server/features/vendor-portal/records.repository.ts';
import { findVendorPortal } from '#server/features/vendor-portal/vendor-portals.repository.ts';

/** What stands for a ticket in the vendor's own portals, and where it is to be seen. */
export async function vendorRecords(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<VendorRecord[]> {
  const records = await everyRecordOf(db, tenantId, ticketId);
  const portal = records.length > 0 ? await findVendorPortal(db, tenantId) : undefined;
  if (!portal) return [];
  return records.map((record) => ({
    type: record.type,
    remoteId: record.remoteId,
    url: recordUrl(portal, record),
    handedOver: /(^|\/)handed-\d+$/.test(record.key),
    connected: record.formerHost === null && portal.stoppedAt === null,
    erased: record.erasedAt !== null,
  }));
}
