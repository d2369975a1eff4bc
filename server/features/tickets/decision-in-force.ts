import type { Decision } from '#shared/wire/decision.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * What holds for a ticket now: the decision on arrival in a bridge's channel, else the first one, with
 * the promise as a later calendar has it.
 */
export function decisionInForce({
  decision,
  decisionOnArrival,
  promiseRecounted,
}: Pick<TicketRow, 'decision' | 'decisionOnArrival' | 'promiseRecounted'>): Decision {
  const decided = decisionOnArrival ?? decision;
  return promiseRecounted ? { ...decided, firstResponse: promiseRecounted } : decided;
}
