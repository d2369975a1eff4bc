import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { lockArticle, textsOf } from '#server/features/articles/articles.repository.ts';
import { articles } from '#server/features/articles/articles.table.ts';
import { forgetArticle, indexArticle } from '#server/features/articles/index-article.ts';
import { writtenFor } from '#server/features/articles/shown-visibility.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';

/**
 * Gives readers the newest version of an article, or takes the article away from them. Again is
 * harmless.
 *
 * @param seen the version that the agent saw; undefined: whatever is there
 *
 * Fails with `article.not_found` or `article.changed`.
 */
export async function publishArticle(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  act: 'publish' | 'archive',
  by: Agent,
  seen: number | undefined,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const article = await lockArticle(tx, tenantId, id);
    if (!article) return fail({ code: 'article.not_found' });
    const { version } = article;
    if (seen !== undefined && seen !== version) return fail({ code: 'article.changed' });
    const done =
      act === 'publish' ? article.publishedVersion === version : article.state === 'archived';
    if (done) return succeed(undefined);
    const at = new Date(deps.now());
    const shown =
      act === 'publish'
        ? ({
            state: 'published',
            publishedVersion: version,
            publishedSlug: article.slug,
            publishedAt: at,
            visibility: writtenFor(article),
            nextVisibility: null,
          } as const)
        : ({
            state: 'archived',
            publishedVersion: null,
            publishedSlug: null,
            publishedAt: null,
          } as const);
    await tx
      .update(articles)
      .set({ ...shown, updatedAt: at })
      .where(and(eq(articles.tenantId, tenantId), eq(articles.id, id)));
    if (act === 'archive') await forgetArticle(tx, tenantId, id);
    else {
      await indexArticle(tx, tenantId, id, await textsOf(tx, tenantId, [id], version));
    }
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind: act === 'publish' ? 'article_published' : 'article_archived',
        at,
        actor: agentActor(by),
        params: { article: id, version, visibility: writtenFor(article) },
      },
    ]);
    return succeed(undefined);
  });
}
