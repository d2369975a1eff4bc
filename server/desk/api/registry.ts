import type { ArticleLine, ArticleList } from '#shared/wire/articles.ts';
import type { KnownProblemList, KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseList, ReleaseView } from '#shared/wire/releases.ts';
import type { Language } from '#shared/vocabulary.ts';
import { requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What answers of a vendor may point at; a list that does not come is empty. */
export interface Registry {
  readonly releases: readonly ReleaseView[];
  readonly problems: readonly KnownProblemView[];
  readonly articles: readonly ArticleLine[];
}

/** The first two hundred of each. */
const limit = '200';

/** All of it at once. */
export async function readRegistry(
  fetch: Fetch,
  vendor: string,
  locale: Language,
): Promise<Registry> {
  const [releases, problems, articles] = await Promise.all([
    requestJson<ReleaseList>(fetch, vendorPath(vendor, '/releases', { limit })),
    requestJson<KnownProblemList>(fetch, vendorPath(vendor, '/known-problems', { limit })),
    requestJson<ArticleList>(
      fetch,
      vendorPath(vendor, '/articles', { limit, locale, state: 'published' }),
    ),
  ]);
  return {
    releases: releases.ok ? releases.value.releases : [],
    problems: problems.ok ? problems.value.problems : [],
    articles: articles.ok ? articles.value.articles : [],
  };
}
