import { fail, succeed, type Result } from '#shared/result.ts';
import type { DeskArticle } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { findArticle, textsOf } from '#server/features/articles/articles.repository.ts';
import { countUses } from '#server/features/articles/count-uses.ts';
import { parseArticle } from '#server/features/articles/parse-article.ts';
import { writtenFor } from '#server/features/articles/shown-visibility.ts';

/**
 * An article as its writers have it: the Markdown of one version, and which versions there are.
 *
 * @param version undefined for the newest
 *
 * Fails with `article.not_found`, also for a version that there is not.
 */
export async function readDeskArticle(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  tenantId: string,
  id: string,
  version?: number,
): Promise<Result<DeskArticle, Problem>> {
  const row = await findArticle(deps.db, tenantId, { id });
  if (!row) return fail({ code: 'article.not_found' });
  const shown = version ?? row.version;
  const all = await textsOf(deps.db, tenantId, [id]);
  const names = await agentNames(deps.db, tenantId);
  const texts = all.filter((text) => text.version === shown);
  if (texts.length === 0) return fail({ code: 'article.not_found' });
  const versions = new Map(all.map((text) => [text.version, text]));
  return succeed({
    id,
    slug: row.slug,
    visibility: writtenFor(row),
    state: row.state,
    version: row.version,
    publishedVersion: row.publishedVersion,
    updatedAt: row.updatedAt.toISOString(),
    uses: (await countUses(deps.db, tenantId, [id])).get(id) ?? {},
    shown,
    texts: Object.fromEntries(
      texts.map(({ locale, title, summary, body }) => [locale, { title, summary, body }]),
    ),
    blocks: Object.fromEntries(texts.map(({ locale, body }) => [locale, parseArticle(body)])),
    versions: [...versions.values()].map((one) => ({
      version: one.version,
      at: one.writtenAt.toISOString(),
      by: names.get(one.writtenBy) ?? one.writtenBy,
    })),
    readers: row.publishedVersion === null ? null : row.visibility,
    href: articleHref(deps, tenantId, row.publishedSlug ?? row.slug),
  });
}
