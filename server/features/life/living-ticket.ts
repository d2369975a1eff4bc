import { tickets, type TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * What a ticket's life goes by when nobody does anything: without what was decided about its request,
 * which is the larger part of a row, and which no deadline asks for.
 */
export const livingColumns = {
  tenantId: tickets.tenantId,
  id: tickets.id,
  edition: tickets.edition,
  requesterId: tickets.requesterId,
  plan: tickets.plan,
  life: tickets.life,
  createdAt: tickets.createdAt,
  erasedAt: tickets.erasedAt,
};

/** The same, read. */
export type LivingTicket = Pick<TicketRow, keyof typeof livingColumns>;
