import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { decisionShown } from '#server/features/tickets/decision-in-force.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { LifeFacts } from '#server/policy/life/step.ts';

/** What was decided about a ticket, as far as its life goes by it. */
export function lifeFacts(
  ticket: TicketRow,
  requester: Pick<RequesterRow, 'identity'> | undefined,
): LifeFacts {
  const { missing, guaranteed, entitlement, scope, firstResponse } = decisionShown(ticket);
  return {
    missing,
    conditions: {
      guaranteed,
      entitled: entitlement.state === 'entitled',
      proven: requester?.identity === 'token',
      outOfScope: scope.state === 'out',
    },
    plan: ticket.plan,
    promise: firstResponse,
    ofWatch: ticket.channel === 'monitoring',
  };
}
