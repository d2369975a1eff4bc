import type { VendorRecord } from '#shared/wire/vendor-portal.ts';
import type { Database } from '#server/db/connect.ts';
import { recordsOf } from '#server/features/vendor-portal/records.repository.ts';
import { findVendorPortal } from '#server/features/vendor-portal/vendor-portals.repository.ts';

/** What stands for a ticket in the vendor's own portal, and where it is to be seen. */
export async function vendorRecords(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<VendorRecord[]> {
  const records = await recordsOf(db, tenantId, ticketId);
  const portal = records.length > 0 ? await findVendorPortal(db, tenantId) : undefined;
  if (!portal) return [];
  const { host, settings } = portal;
  const kind = settings.item?.entityTypeId ?? 0;
  const home = `${/(^|\.)localhost(:|$)/.test(host) ? 'http' : 'https'}://${host}`;
  return records.map(({ type, key, remoteId }) => ({
    type,
    remoteId,
    url:
      type === 'item'
        ? `${home}/crm/type/${kind}/details/${remoteId}/`
        : `${home}/company/personal/user/0/tasks/task/view/${remoteId}/`,
    handedOver: key !== 'item' && key !== 'task',
  }));
}
