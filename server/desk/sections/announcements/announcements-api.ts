import type { Language } from '#shared/vocabulary.ts';
import type {
  AnnounceBody,
  AnnouncementList,
  AnnouncementView,
} from '#shared/wire/announcements.ts';
import type { FormChoices } from '#shared/wire/form-choices.ts';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of announcements asks of the server. */
export const announcementsApi = (fetch: Fetch, vendor: string) => ({
  list: (after?: string) =>
    requestJson<AnnouncementList>(fetch, vendorPath(vendor, '/announcements', { after })),
  /** By name, the first two hundred: whoever has more tells them by the API. */
  customers: () =>
    requestJson<OrganisationList>(fetch, vendorPath(vendor, '/organisations', { limit: '200' })),
  read: (id: string) =>
    requestJson<AnnouncementView>(
      fetch,
      vendorPath(vendor, `/announcements/${encodeURIComponent(id)}`),
    ),
  /** Fails with `announcement.changed` where somebody else has written meanwhile. */
  change: ({ id, version }: AnnouncementView, body: AnnounceBody) =>
    requestJson<AnnouncementView>(
      fetch,
      vendorPath(vendor, `/announcements/${encodeURIComponent(id)}`),
      { ...posting(body, { 'if-match': `"${version}"` }), method: 'PUT' },
    ),
  /** Fails with `announcement.changed` where somebody else has written meanwhile. */
  withdraw: ({ id, version }: AnnouncementView) =>
    requestJson<AnnouncementView>(
      fetch,
      vendorPath(vendor, `/announcements/${encodeURIComponent(id)}/acts`),
      posting({ act: 'withdraw' }, { 'if-match': `"${version}"` }),
    ),
  choices: (locale: Language) =>
    requestJson<FormChoices>(fetch, vendorPath(vendor, '/choices', { locale })),
  announce: (body: AnnounceBody, key: string) =>
    requestJson<{ readonly id: string }>(
      fetch,
      vendorPath(vendor, '/announcements'),
      posting(body, { 'idempotency-key': key }),
    ),
});
