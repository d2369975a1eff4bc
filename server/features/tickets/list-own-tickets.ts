import type { TicketList, TicketSummary } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { listOwnTickets } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { afterPlace, pageQuery, placeParts, placeText } from '#server/http/page.ts';
import { readOn, type PageAsked } from '#server/http/read-on.ts';

type OwnPlace = Pick<TicketRow, 'createdAt' | 'number'>;

/** Which page of the own tickets a request asks for. */
export const ownTicketsQuery = pageQuery(100, 50).extend({
  after: afterPlace('1795348200000:42', placeParts.instant, placeParts.number).transform(
    (parts): OwnPlace | undefined =>
      parts && { createdAt: new Date(Number(parts[0])), number: Number(parts[1]) },
  ),
});

/** A page of a requester's own tickets, newest first. */
export async function ownTicketList(
  deps: Deps,
  whose: { readonly tenantId: string; readonly requesterId: string },
  asked: PageAsked<OwnPlace>,
): Promise<TicketList> {
  const page = await readOn(
    asked,
    (after, count) => listOwnTickets(deps.db, whose, after, count),
    ({ createdAt, number }) => ({ createdAt, number }),
    (row) => {
      const policy = deps.policies.edition(whose.tenantId, row.edition);
      return policy && summaryOf(row, shownNumber(policy.pack, row.number));
    },
  );
  return {
    tickets: page.rows,
    next: page.next && placeText(page.next.createdAt.getTime(), page.next.number),
    now: new Date(deps.now()).toISOString(),
  };
}

function summaryOf(row: TicketRow, number: string): TicketSummary {
  const { firstResponse } = decisionInForce(row);
  return {
    id: row.id,
    number,
    subject: row.subject,
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    firstResponseDueAt: firstResponse.dueAt,
    firstRespondedAt: row.firstRespondedAt?.toISOString() ?? null,
    clause: firstResponse.clause,
    unread:
      row.lastAgentMessageAt !== null &&
      row.lastAgentMessageAt > (row.seenByRequesterAt ?? new Date(0)),
  };
}
