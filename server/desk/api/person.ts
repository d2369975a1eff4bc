import type { EraseBody, ErasedReceipt, RequesterExport } from '#shared/wire/personal-data.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';

/** What the desk asks about the data of one person who asks. */
export function personApi(fetch: Fetch) {
  const path = (vendor: string, requester: string, rest: 'export' | 'erase') =>
    `/v1/desk/vendors/${encodeURIComponent(vendor)}/requesters/${encodeURIComponent(requester)}/${rest}`;
  return {
    read: (vendor: string, requester: string) =>
      requestJson<RequesterExport>(fetch, path(vendor, requester, 'export')),
    erase: (vendor: string, requester: string, body: EraseBody) =>
      requestJson<ErasedReceipt>(fetch, path(vendor, requester, 'erase'), posting(body)),
  };
}
