import type { ArticleDraft } from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { didox24Articles } from '#server/demo/articles/didox24.ts';
import { modmeArticles } from '#server/demo/articles/modme.ts';
import { technokadArticles } from '#server/demo/articles/technokad.ts';
import { modmeNews, modmeProblem, modmeRelease } from '#server/demo/modme-news.ts';
import { demoAgent } from '#server/demo/seed.ts';
import { announce } from '#server/features/announcements/announce.ts';
import { hasAnyArticle } from '#server/features/articles/articles.repository.ts';
import { createArticle } from '#server/features/articles/create-article.ts';
import { publishArticle } from '#server/features/articles/publish-article.ts';
import { addKnownProblem } from '#server/features/known-problems/save-known-problem.ts';
import { addRelease } from '#server/features/releases/add-release.ts';
import { vendorDate } from '#server/policy/packs.ts';

const articlesOf: Readonly<Record<string, readonly ArticleDraft[]>> = {
  modme: modmeArticles,
  didox24: didox24Articles,
  technokad: technokadArticles,
};

/**
 * Articles, and what MODME tells of its versions, as the demo's agent would write them: so that there is
 * something to be suggested. A desk that has any article, be it a draft, is left alone.
 */
export async function seedDemoKnowledge(deps: Deps, vendors: readonly string[]): Promise<void> {
  for (const tenantId of vendors) {
    const articles = articlesOf[tenantId] ?? [];
    if (articles.length === 0 || (await hasAnyArticle(deps.db, tenantId))) continue;
    if (tenantId === 'modme') await seedVersions(deps, tenantId);
    for (const article of articles) await seedArticle(deps, tenantId, article);
  }
}

async function seedArticle(deps: Deps, tenantId: string, article: ArticleDraft): Promise<void> {
  const made = await createArticle(deps, tenantId, demoAgent, article, `demo ${article.slug}`);
  if (made.ok)
    await publishArticle(deps, { tenantId, id: made.value }, 'publish', demoAgent, undefined);
}

async function seedVersions(deps: Deps, tenantId: string): Promise<void> {
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (!policy) return;
  const today = vendorDate(policy, deps.now());
  await addRelease(deps, tenantId, demoAgent, modmeRelease(today), 'demo release');
  await addKnownProblem(deps, tenantId, demoAgent, modmeProblem, 'demo known problem');
  await announce(deps, tenantId, demoAgent, modmeNews, 'demo news');
}
