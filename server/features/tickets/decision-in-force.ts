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

/**
 * The same as both sides see it: what the request lacked and its requester has added since is not
 * missing any more, and nobody has to ask for it.
 */
export function decisionShown(
  ticket: Pick<TicketRow, 'decision' | 'decisionOnArrival' | 'promiseRecounted' | 'life'>,
): Decision {
  const decision = decisionInForce(ticket);
  const { completed } = ticket.life;
  if (!completed) return decision;
  const missing = decision.missing.filter(({ field }) => !completed.includes(field));
  if (missing.length > 0) return { ...decision, missing };
  return {
    ...decision,
    missing,
    notices: decision.notices.filter(({ code }) => code !== 'missing_asked'),
    rights: decision.rights.filter(({ action }) => action !== 'ask_missing'),
  };
}
