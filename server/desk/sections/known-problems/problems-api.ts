import { mapResult } from '#shared/result.ts';
import type { ArticleList } from '#shared/wire/articles.ts';
import type {
  KnownProblemAct,
  KnownProblemDraft,
  KnownProblemList,
  KnownProblemView,
} from '#shared/wire/known-problems.ts';
import type { ReleaseList } from '#shared/wire/releases.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import type { Language } from '#shared/vocabulary.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of known problems asks of the server. */
export function problemsApi(fetch: Fetch, vendor: string) {
  const path = (id: string, rest = '') =>
    vendorPath(vendor, `/known-problems/${encodeURIComponent(id)}${rest}`);
  return {
    /** @param state of what is asked for; empty for everything */
    list: async (state: string, after?: string) =>
      mapResult(
        await requestJson<KnownProblemList>(
          fetch,
          vendorPath(vendor, '/known-problems', { state, after }),
        ),
        ({ problems, next }) => ({ rows: problems, next }),
      ),
    read: (id: string) => requestJson<KnownProblemView>(fetch, path(id)),
    add: (draft: KnownProblemDraft, key: string) =>
      requestJson<{ readonly id: string }>(
        fetch,
        vendorPath(vendor, '/known-problems'),
        posting(draft, { 'idempotency-key': key }),
      ),
    /** Fails with `known_problem.changed` where somebody else has written meanwhile. */
    edit: ({ id, version }: KnownProblemView, draft: KnownProblemDraft) =>
      requestJson<KnownProblemView>(fetch, path(id), {
        ...posting(draft, { 'if-match': `"${version}"` }),
        method: 'PUT',
      }),
    /** Fails with `known_problem.changed` likewise. */
    act: ({ id, version }: KnownProblemView, act: KnownProblemAct) =>
      requestJson<KnownProblemView>(
        fetch,
        path(id, '/acts'),
        posting({ act }, { 'if-match': `"${version}"` }),
      ),
    tickets: (problem: string, after?: string) =>
      requestJson<TicketPage>(
        fetch,
        vendorPath(vendor, '/tickets', { problem, limit: '50', after }),
      ),
    versions: () =>
      requestJson<ReleaseList>(fetch, vendorPath(vendor, '/releases', { limit: '200' })),
    articles: (locale: Language) =>
      requestJson<ArticleList>(
        fetch,
        vendorPath(vendor, '/articles', { state: 'published', limit: '200', locale }),
      ),
  };
}
export type ProblemsApi = ReturnType<typeof problemsApi>;
