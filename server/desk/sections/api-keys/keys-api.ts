import type { ApiKeyBody, ApiKeyCreated, ApiKeyList } from '#shared/wire/api-keys.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of keys asks of the server. */
export const keysApi = (fetch: Fetch, vendor: string) => ({
  list: (after?: string) =>
    requestJson<ApiKeyList>(fetch, vendorPath(vendor, '/api-keys', { after })),
  make: (body: ApiKeyBody, key: string) =>
    requestJson<ApiKeyCreated>(
      fetch,
      vendorPath(vendor, '/api-keys'),
      posting(body, { 'idempotency-key': key }),
    ),
  revoke: (id: string) =>
    requestJson<void>(fetch, vendorPath(vendor, `/api-keys/${encodeURIComponent(id)}`), {
      method: 'DELETE',
    }),
});
