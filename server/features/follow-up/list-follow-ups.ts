import { and, asc, eq, inArray, not, type SQL } from 'drizzle-orm';
import type { FollowUpList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames, viewLimit } from '#server/features/tickets/ticket-line.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';

const owed = ['due', 'asked', 'person'] as const;

/**
 * Contacts after a resolution that a desk still owes, the oldest resolution first.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listFollowUps(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  hidden?: SQL,
): Promise<FollowUpList> {
  const rows = await ticketsWithNames(db)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        inArray(tickets.followUp, [...owed]),
        hidden && not(hidden),
      ),
    )
    .orderBy(asc(tickets.resolvedAt), asc(tickets.number))
    .limit(viewLimit);
  return {
    rows: rows.flatMap(({ ticket, requesterName }) => {
      const policy = policies.edition(tenantId, ticket.edition);
      const state = owed.find((one) => one === ticket.followUp);
      if (!policy?.pack.followUp || !state || !ticket.resolvedAt) return [];
      const next = deadlinesOf(policy, ticket.life).find(({ kind }) =>
        kind.startsWith('follow_up'),
      );
      return {
        ticket: ticketLine(policy.pack, ticket),
        requesterName: requesterName ?? '',
        state,
        resolvedAt: ticket.resolvedAt.toISOString(),
        nextAt: next ? new Date(next.fireAt).toISOString() : null,
        clause: policy.pack.followUp.clause,
      };
    }),
    now: new Date(now()).toISOString(),
  };
}
