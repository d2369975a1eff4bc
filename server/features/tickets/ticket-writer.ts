import type { Client } from '#server/db/connect.ts';
import { groupCommit } from '#server/db/group-commit.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import { writeTickets, type WrittenTicket } from '#server/features/tickets/write-tickets.ts';

/** Opens one ticket; undefined when its idempotency key was taken already. */
export type TicketWriter = (draft: TicketDraft) => Promise<WrittenTicket | undefined>;

/** Tickets that arrive together are written together. */
export function ticketWriter(client: Client): TicketWriter {
  return groupCommit<TicketDraft, WrittenTicket | undefined>(async (drafts) => {
    const written = await writeTickets(client, drafts);
    const byId = new Map(written.map((ticket) => [ticket.ticketId, ticket]));
    return drafts.map(({ ticketId }) => byId.get(ticketId));
  }, isUnavailable);
}
