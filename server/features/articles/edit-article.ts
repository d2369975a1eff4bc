import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import { reservedSlugs, type ArticleDraft } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { sha256 } from '#server/digest.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { lockArticle, writeTexts } from '#server/features/articles/articles.repository.ts';
import { claimSlug } from '#server/features/articles/claim-slug.ts';
import { articles } from '#server/features/articles/articles.table.ts';
import { refusedTexts } from '#server/features/articles/refused-texts.ts';
import { visibilityAfter } from '#server/features/articles/shown-visibility.ts';

/**
 * Stores a further version of an article. Readers keep the words and the address that were published until this
 * version is; fewer may read them at once, more only then.
 *
 * @param seen the version that the writer saw; another one by now is `article.changed`
 *
 * Fails with `article.not_found`, `article.changed`, `article.slug_taken`, `article.slug_reserved`,
 * `article.too_nested` or `field.secret_in_text`.
 */
export async function editArticle(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
  { slug, visibility, texts }: ArticleDraft,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  const told = refusedTexts(deps, tenantId, texts);
  if (told) return fail(told);
  if (reservedSlugs.includes(slug))
    return fail({ code: 'article.slug_reserved', fields: ['slug'] });
  return transact(deps.db, async (tx) => {
    const before = await lockArticle(tx, tenantId, id);
    if (!before) return fail({ code: 'article.not_found' });
    if (seen !== undefined && seen !== before.version) return fail({ code: 'article.changed' });
    if (!(await claimSlug(tx, before, slug)))
      return fail({ code: 'article.slug_taken', fields: ['slug'] });
    const at = new Date(deps.now());
    const version = before.version + 1;
    await tx
      .update(articles)
      .set({ slug, ...visibilityAfter(before, visibility), version, updatedAt: at })
      .where(and(eq(articles.tenantId, tenantId), eq(articles.id, id)));
    await writeTexts(
      tx,
      { tenantId, articleId: id, version, writtenBy: by.id, writtenAt: at },
      texts,
    );
    const params = { article: id, version, visibility, texts: sha256(JSON.stringify(texts)) };
    await logAgentAct(tx, tenantId, { kind: 'article_changed', by, at, params });
    return succeed(undefined);
  });
}
