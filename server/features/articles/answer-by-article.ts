import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { articleUsesTable } from '#server/features/articles/articles.table.ts';
import { headingsOf } from '#server/features/articles/article-headings.ts';
import { inLocale } from '#server/features/articles/in-locale.ts';
import type { ActRequest } from '#server/features/life/act-on-ticket.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';

/**
 * Title and address of each article, in the language of the ticket. Fails with `article.not_found` for one
 * that readers do not have.
 */
export async function linksOf(
  deps: Pick<Deps, 'db' | 'publicUrl'>,
  { tenantId, ticketId }: TicketPlace,
  ids: readonly string[],
): Promise<Result<readonly string[], Problem>> {
  if (ids.length === 0) return succeed([]);
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const found = await headingsOf(deps.db, tenantId, ids);
  const lines = ids.flatMap((id) => {
    const texts = found.filter((one) => one.id === id);
    const text = inLocale(texts, ticket?.locale ?? 'ru');
    return text ? `${text.title}\n${articleHref(deps, tenantId, text.slug)}` : [];
  });
  return lines.length === ids.length
    ? succeed(lines)
    : fail({ code: 'article.not_found', fields: ['articles'] });
}

/** Keeps with the ticket which articles answered it. @param at epoch milliseconds */
export const keepAnswer =
  (ids: readonly string[], at: number): NonNullable<ActRequest['also']> =>
  async (tx, { tenantId, id: ticketId }) => {
    const rows = [...new Set(ids)].map((articleId) => ({
      tenantId,
      ticketId,
      articleId,
      use: 'answer' as const,
      at: new Date(at),
    }));
    return succeed(await tx.insert(articleUsesTable).values(rows).onConflictDoNothing());
  };
