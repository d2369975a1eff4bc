import { mapResult } from '#shared/result.ts';
import type {
  DeletedThere,
  VendorPortalPushes,
  VendorPortalState,
} from '#shared/wire/vendor-portal.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of the vendor's own portal asks of the server. */
export const vendorPortalApi = (fetch: Fetch, vendor: string) => ({
  state: () => requestJson<VendorPortalState>(fetch, vendorPath(vendor, '/vendor-portal')),
  /** @param state of what is asked for; empty for everything */
  pushes: async (state: string, after?: string) =>
    mapResult(
      await requestJson<VendorPortalPushes>(
        fetch,
        vendorPath(vendor, '/vendor-portal/pushes', { state, after }),
      ),
      ({ rows, next }) => ({ rows: rows.map((row) => ({ ...row, id: String(row.seq) })), next }),
    ),
  again: (seq: number) =>
    requestJson<void>(fetch, vendorPath(vendor, `/vendor-portal/pushes/${seq}/again`), posting({})),
  deletedThere: (body: DeletedThere) =>
    requestJson<void>(fetch, vendorPath(vendor, '/vendor-portal/left/deleted'), posting(body)),
});
