import { mapResult } from '#shared/result.ts';
import type {
  ArticleDraft,
  ArticleHit,
  ArticleList,
  ArticlePreview,
  ArticleState,
  DeskArticle,
} from '#shared/wire/articles.ts';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Language } from '#shared/vocabulary.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of articles asks of the server. */
export function articlesApi(fetch: Fetch, vendor: string, locale: Language) {
  const at = (id: string) => `/articles/${encodeURIComponent(id)}`;
  const get = <Value>(rest: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    requestJson<Value>(fetch, vendorPath(vendor, rest, query));
  const post = <Value>(rest: string, body: object, headers?: Record<string, string>) =>
    requestJson<Value>(fetch, vendorPath(vendor, rest), posting(body, headers));

  return {
    list: async (state: ArticleState | undefined, after?: string) =>
      mapResult(
        await get<ArticleList>('/articles', { locale, state, after }),
        ({ articles, next }) => ({ rows: articles, next }),
      ),
    /** Among what is published. */
    search: async (q: string) =>
      mapResult(
        await get<{ readonly articles: readonly ArticleHit[] }>('/articles/search', { locale, q }),
        ({ articles }) => ({ rows: articles, next: null }),
      ),
    /** @param version undefined for the newest */
    read: (id: string, version?: number) =>
      get<DeskArticle>(at(id), { version: version === undefined ? undefined : String(version) }),
    create: (body: ArticleDraft, key: string) =>
      post<{ readonly id: string }>('/articles', body, { 'idempotency-key': key }),
    /** @param seen the version that it was written upon */
    edit: (id: string, body: ArticleDraft, seen: number) =>
      requestJson<DeskArticle>(fetch, vendorPath(vendor, at(id)), {
        ...posting(body, { 'if-match': `"${seen}"` }),
        method: 'PUT',
      }),
    /** Fails with `article.changed` where somebody else has written meanwhile. */
    act: ({ id, version }: Pick<DeskArticle, 'id' | 'version'>, act: 'publish' | 'archive') =>
      post<DeskArticle>(`${at(id)}/acts`, { act }, { 'if-match': `"${version}"` }),
    preview: (body: string) => post<ArticlePreview>('/articles/preview', { body }),
    tasks: async (after?: string) =>
      mapResult(await get<ArticleTaskList>('/article-tasks', { after }), ({ tasks, next }) => ({
        rows: tasks,
        next,
      })),
    /** @param article its name in addresses */
    finishTask: (id: string, article: string) =>
      post<void>(`/article-tasks/${encodeURIComponent(id)}/finish`, { article }),
    ticket: (id: string) => get<DeskTicket>(`/tickets/${encodeURIComponent(id)}`, { locale }),
  };
}
export type ArticlesApi = ReturnType<typeof articlesApi>;
