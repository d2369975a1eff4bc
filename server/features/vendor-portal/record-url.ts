import type {
  VendorPortalRecordRow,
  VendorPortalRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';

/** Where a record is to be seen, in the connected portal or in a former one. */
export function recordUrl(
  { host: connected, settings }: Pick<VendorPortalRow, 'host' | 'settings'>,
  { type, remoteId, formerHost, formerEntityTypeId }: VendorPortalRecordRow,
): string {
  const host = formerHost ?? connected;
  const kind = (formerHost === null ? settings.item?.entityTypeId : formerEntityTypeId) ?? 0;
  const home = `${/(^|\.)localhost(:|$)/.test(host) ? 'http' : 'https'}://${host}`;
  return type === 'item'
    ? `${home}/crm/type/${kind}/details/${remoteId}/`
    : `${home}/company/personal/user/0/tasks/task/view/${remoteId}/`;
}
