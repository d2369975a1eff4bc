import { and, asc, eq, not, type SQL } from 'drizzle-orm';
import type { FollowUpList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { ticketLine, ticketsWithNames } from '#server/features/tickets/ticket-line.ts';
import {
  behindTicket,
  ticketPlaceText,
  type TicketPlace,
} from '#server/features/tickets/ticket-place.ts';
import { followUpOwed, tickets } from '#server/features/tickets/tickets.table.ts';
import { readOn, type PageAsked } from '#server/http/read-on.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';

/** Where a contact that is owed stands. */
export const owedStates = ['due', 'asked', 'person'] as const;

/** Which page of which contacts; all where no state is named. */
type FollowUpsAsked = PageAsked<TicketPlace> & {
  readonly state?: (typeof owedStates)[number] | undefined;
};

/**
 * A page of the contacts after a resolution that a desk still owes, the oldest resolution first.
 *
 * @param hidden what its reader may not see; see `hiddenTickets`
 */
export async function listFollowUps(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  asked: FollowUpsAsked,
  hidden?: SQL,
): Promise<FollowUpList> {
  const read = (after: TicketPlace | undefined, count: number) =>
    ticketsWithNames(db)
      .where(
        and(
          eq(tickets.tenantId, tenantId),
          followUpOwed,
          asked.state && eq(tickets.followUp, asked.state),
          behindTicket(tickets.resolvedAt, after),
          hidden && not(hidden),
        ),
      )
      .orderBy(asc(tickets.resolvedAt), asc(tickets.number))
      .limit(count);
  type Row = Awaited<ReturnType<typeof read>>[number];
  const place = ({ ticket: { resolvedAt, number } }: Row) => ({
    at: resolvedAt?.getTime() ?? null,
    number,
  });
  const page = await readOn(asked, read, place, ({ ticket, requesterName }) => {
    const policy = policies.edition(tenantId, ticket.edition);
    const state = owedStates.find((one) => one === ticket.followUp);
    if (!policy?.pack.followUp || !state || !ticket.resolvedAt) return undefined;
    const next = deadlinesOf(policy, ticket.life).find(({ kind }) => kind.startsWith('follow_up'));
    return {
      ticket: ticketLine(policy.pack, ticket),
      requesterName: requesterName ?? '',
      state,
      resolvedAt: ticket.resolvedAt.toISOString(),
      nextAt: next ? new Date(next.fireAt).toISOString() : null,
      clause: policy.pack.followUp.clause,
    };
  });
  return {
    rows: page.rows,
    next: page.next && ticketPlaceText(page.next),
    now: new Date(now()).toISOString(),
  };
}
