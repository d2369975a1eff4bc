import { mapResult } from '#shared/result.ts';
import type { CustomerPortal, CustomerPortalList } from '#shared/wire/desk-portals.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of customers' portals asks of the server. */
export function portalsApi(fetch: Fetch, vendor: string) {
  const path = (id: string, rest = '') =>
    vendorPath(vendor, `/portals/${encodeURIComponent(id)}${rest}`);
  const seen = ({ contractVersion }: CustomerPortal) => ({ 'if-match': `"${contractVersion}"` });
  return {
    /** @param asked `true`: only those whose number waits for a decision; empty: all */
    list: async (asked: string, after?: string) =>
      mapResult(
        await requestJson<CustomerPortalList>(
          fetch,
          vendorPath(vendor, '/portals', { asked, after }),
        ),
        ({ portals, next }) => ({ rows: portals, next }),
      ),
    read: (id: string) => requestJson<CustomerPortal>(fetch, path(id)),
    /** All three fail with `portal.contract_changed` where somebody has asked or decided meanwhile. */
    bind: (portal: CustomerPortal, number: string) =>
      requestJson<CustomerPortal>(fetch, path(portal.id, '/contract'), {
        ...posting({ number }, seen(portal)),
        method: 'PUT',
      }),
    refuse: (portal: CustomerPortal, reason: string) =>
      requestJson<CustomerPortal>(
        fetch,
        path(portal.id, '/contract/refusal'),
        posting({ reason }, seen(portal)),
      ),
    unbind: (portal: CustomerPortal) =>
      requestJson<CustomerPortal>(fetch, path(portal.id, '/contract'), {
        method: 'DELETE',
        headers: seen(portal),
      }),
  };
}
export type PortalsApi = ReturnType<typeof portalsApi>;
