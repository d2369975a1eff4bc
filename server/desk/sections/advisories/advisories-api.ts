import { mapResult } from '#shared/result.ts';
import type {
  AdvisoryDetail,
  AdvisoryDraft,
  AdvisoryList,
  AdvisoryView,
} from '#shared/wire/advisories.ts';
import type { ReleaseList } from '#shared/wire/releases.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of vulnerabilities asks of the server. */
export function advisoriesApi(fetch: Fetch, vendor: string) {
  const path = (id: string, rest = '') =>
    vendorPath(vendor, `/advisories/${encodeURIComponent(id)}${rest}`);
  return {
    list: async (after?: string) =>
      mapResult(
        await requestJson<AdvisoryList>(fetch, vendorPath(vendor, '/advisories', { after })),
        ({ advisories, next }) => ({ rows: advisories, next }),
      ),
    read: (id: string) => requestJson<AdvisoryDetail>(fetch, path(id)),
    add: (draft: AdvisoryDraft, key: string) =>
      requestJson<{ readonly id: string }>(
        fetch,
        vendorPath(vendor, '/advisories'),
        posting(draft, { 'idempotency-key': key }),
      ),
    /** Fails with `advisory.changed` where somebody else has written meanwhile. */
    edit: ({ id, version }: AdvisoryView, draft: AdvisoryDraft) =>
      requestJson<AdvisoryDetail>(fetch, path(id), {
        ...posting(draft, { 'if-match': `"${version}"` }),
        method: 'PUT',
      }),
    /** Fails with `advisory.changed` likewise. */
    publish: ({ id, version }: AdvisoryView) =>
      requestJson<AdvisoryDetail>(
        fetch,
        path(id, '/acts'),
        posting({ act: 'publish' }, { 'if-match': `"${version}"` }),
      ),
    versions: () =>
      requestJson<ReleaseList>(fetch, vendorPath(vendor, '/releases', { limit: '200' })),
  };
}
export type AdvisoriesApi = ReturnType<typeof advisoriesApi>;
