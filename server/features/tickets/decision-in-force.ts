import type { Decision } from '#shared/wire/decision.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** What holds for a ticket now: the decision on arrival in a bridge's channel, else the first one. */
export const decisionInForce = (
  ticket: Pick<TicketRow, 'decision' | 'decisionOnArrival'>,
): Decision => ticket.decisionOnArrival ?? ticket.decision;
