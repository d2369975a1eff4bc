import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { IdeaList } from '#shared/wire/ideas.ts';
import { behind } from '#server/db/behind.ts';
import type { Deps } from '#server/deps.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import { ideas } from '#server/features/ideas/ideas.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { pageOf } from '#server/http/page.ts';

/** Which proposals and feedback to read. */
export interface IdeasAsked {
  readonly state: 'open' | 'settled';
  /** Only those that were found without an outcome at their time. */
  readonly overdue: boolean;
  readonly ownerId?: string | undefined;
  /** Id of the ticket that the page before ended with. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of a desk's proposals and feedback by when they want an outcome. */
export async function listIdeas(
  { db, policies }: Pick<Deps, 'db' | 'policies'>,
  tenantId: string,
  { state, overdue, ownerId, after, limit }: IdeasAsked,
  locale: Locale,
): Promise<IdeaList> {
  const { dueAt, ticketId } = ideas;
  const found = await db
    .select({ idea: ideas, ticket: tickets, ownerName: agents.name })
    .from(ideas)
    .innerJoin(tickets, and(eq(tickets.tenantId, ideas.tenantId), eq(tickets.id, ideas.ticketId)))
    .leftJoin(agents, and(eq(agents.tenantId, ideas.tenantId), eq(agents.id, ideas.ownerId)))
    .where(
      and(
        eq(ideas.tenantId, tenantId),
        state === 'open' ? isNull(tickets.outcome) : isNotNull(tickets.outcome),
        overdue ? isNotNull(ideas.overdueAt) : undefined,
        ownerId === undefined ? undefined : eq(ideas.ownerId, ownerId),
        after === undefined
          ? undefined
          : behind(
              '>',
              ideas,
              [dueAt, ticketId],
              and(eq(ideas.tenantId, tenantId), eq(ticketId, after)),
            ),
      ),
    )
    .orderBy(asc(dueAt), asc(ticketId))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ idea }) => idea.ticketId);
  return {
    ideas: rows.flatMap(({ idea, ticket, ownerName }) => {
      const policy = policies.edition(tenantId, ticket.edition);
      if (!policy) return [];
      return {
        ticket: {
          id: ticket.id,
          number: shownNumber(policy.pack, ticket.number),
          subject: ticket.subject,
          category: {
            id: ticket.category,
            label: policy.categories.get(ticket.category)?.label[locale] ?? ticket.category,
          },
          createdAt: ticket.createdAt.toISOString(),
        },
        owner: idea.ownerId === null ? null : { id: idea.ownerId, name: ownerName ?? idea.ownerId },
        target: idea.target,
        dueAt: idea.dueAt.toISOString(),
        overdue: idea.overdueAt !== null,
        outcome: ticket.outcome,
        toldAt: ticket.resolvedAt?.toISOString() ?? null,
      };
    }),
    next,
  };
}
