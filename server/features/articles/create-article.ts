import { fail, succeed, type Result } from '#shared/result.ts';
import { reservedSlugs, type ArticleDraft } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { sha256 } from '#server/digest.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { writeTexts } from '#server/features/articles/articles.repository.ts';
import { claimSlug } from '#server/features/articles/claim-slug.ts';
import { articles } from '#server/features/articles/articles.table.ts';
import { refusedTexts } from '#server/features/articles/refused-texts.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Stores a new article as a draft and answers with its id; the same key again answers with the same one.
 *
 * Fails with `article.slug_taken`, `article.slug_reserved`, `article.too_nested`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function createArticle(
  deps: Deps,
  tenantId: string,
  by: Agent,
  { slug, visibility, texts }: ArticleDraft,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const told = refusedTexts(deps, tenantId, texts);
  if (told) return fail(told);
  if (reservedSlugs.includes(slug))
    return fail({ code: 'article.slug_reserved', fields: ['slug'] });
  return transact(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const id = deps.ids.next('art');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: by.id,
      idempotencyKey,
      content: ['article', slug, visibility, texts],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    const version = 1;
    const row = { tenantId, id, slug, visibility, state: 'draft', version } as const;
    if (!(await claimSlug(tx, row, slug)))
      return fail({ code: 'article.slug_taken', fields: ['slug'] });
    await tx.insert(articles).values({ ...row, createdAt: at, updatedAt: at });
    await writeTexts(
      tx,
      { tenantId, articleId: id, version, writtenBy: by.id, writtenAt: at },
      texts,
    );
    const params = { article: id, version, visibility, texts: sha256(JSON.stringify(texts)) };
    await logAgentAct(tx, tenantId, { kind: 'article_added', by, at, params });
    return succeed(id);
  });
}
