import { mapResult } from '#shared/result.ts';
import type { KnownProblemList } from '#shared/wire/known-problems.ts';
import type {
  ReleaseAct,
  ReleaseDetail,
  ReleaseDraft,
  ReleaseFixes,
  ReleaseList,
} from '#shared/wire/releases.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of versions asks of the server. */
export function releasesApi(fetch: Fetch, vendor: string) {
  const path = (id: string, rest = '') =>
    vendorPath(vendor, `/releases/${encodeURIComponent(id)}${rest}`);
  return {
    list: async (after?: string) =>
      mapResult(
        await requestJson<ReleaseList>(fetch, vendorPath(vendor, '/releases', { after })),
        ({ releases, next }) => ({ rows: releases, next }),
      ),
    read: (id: string) => requestJson<ReleaseDetail>(fetch, path(id)),
    add: (draft: ReleaseDraft, key: string) =>
      requestJson<{ readonly id: string }>(
        fetch,
        vendorPath(vendor, '/releases'),
        posting(draft, { 'idempotency-key': key }),
      ),
    /** Fails with `release.changed` where somebody else has written meanwhile. */
    act: ({ id, revision }: ReleaseDetail, act: ReleaseAct) =>
      requestJson<ReleaseDetail>(
        fetch,
        path(id, '/acts'),
        posting(act, { 'if-match': `"${revision}"` }),
      ),
    /** Fails with `release.changed` where somebody else has written meanwhile. */
    changeFixes: ({ id, revision }: ReleaseDetail, fixes: ReleaseFixes) =>
      requestJson<ReleaseDetail>(fetch, path(id, '/fixes'), {
        ...posting(fixes, { 'if-match': `"${revision}"` }),
        method: 'PUT',
      }),
    /** Problems that a version may end. */
    openProblems: () =>
      requestJson<KnownProblemList>(
        fetch,
        vendorPath(vendor, '/known-problems', { state: 'open', limit: '200' }),
      ),
  };
}
export type ReleasesApi = ReturnType<typeof releasesApi>;
