import { mapResult } from '#shared/result.ts';
import type { AnnounceBody, AnnouncementView, DeliveryLog } from '#shared/wire/announcements.ts';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of announcements asks of the server. */
export const announcementsApi = (fetch: Fetch, vendor: string) => ({
  /** The last hundred. */
  list: async () =>
    mapResult(
      await requestJson<{ readonly rows: readonly AnnouncementView[] }>(
        fetch,
        vendorPath(vendor, '/announcements'),
      ),
      ({ rows }) => ({ rows, next: null }),
    ),
  /** By name, the first two hundred: whoever has more tells them by the API. */
  customers: () =>
    requestJson<OrganisationList>(fetch, vendorPath(vendor, '/organisations', { limit: '200' })),
  announce: (body: AnnounceBody, key: string) =>
    requestJson<{ readonly id: string }>(
      fetch,
      vendorPath(vendor, '/announcements'),
      posting(body, { 'idempotency-key': key }),
    ),
  log: (id: string) =>
    requestJson<DeliveryLog>(
      fetch,
      vendorPath(vendor, `/announcements/${encodeURIComponent(id)}/deliveries`),
    ),
});
