import type { TicketList, TicketSummary } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { listOwnTickets } from '#server/features/tickets/tickets.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** A requester's own tickets, newest first. */
export async function ownTicketList(
  deps: Deps,
  tenantId: string,
  requesterId: string,
): Promise<TicketList> {
  const rows = await listOwnTickets(deps.db, tenantId, requesterId);
  const summaries = rows.flatMap((row) => {
    const policy = deps.policies.edition(tenantId, row.edition);
    return policy ? [summaryOf(row, shownNumber(policy.pack, row.number))] : [];
  });
  return { tickets: summaries, now: new Date(deps.now()).toISOString() };
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
