import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { ticketCustomer } from '#server/features/hours/ticket-customer.ts';
import type { OrderProposal } from '#server/features/orders/propose-order.ts';
import { refusedWork } from '#server/features/orders/refused-work.ts';
import { lockForWords } from '#server/features/tickets/lock-ticket.ts';
import { orderRule } from '#server/policy/life/order-rule.ts';
import { ticketWorkTerms } from '#server/policy/life/ticket-work.ts';

/** Whose order it will be, and the clause that has it so. */
export interface Orderable {
  readonly organisationId: string | null;
  readonly clause: string;
}

/**
 * Whether the regulation lets a ticket's customer order such work now.
 *
 * Fails with `ticket.not_found`, `ticket.erased`, `ticket.awaiting_channel`, `work.refused` or `order.not_needed`.
 */
export async function orderable(
  tx: Transaction,
  deps: Deps,
  { tenantId, ticketId, item, exclusive }: OrderProposal,
): Promise<Result<Orderable, Problem>> {
  const now = deps.now();
  const locked = await lockForWords(tx, { tenantId, ticketId });
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const decidedBy = deps.policies.edition(tenantId, ticket.edition);
  const counting = deps.policies.inForce(tenantId, now) ?? decidedBy;
  if (!decidedBy || !counting) return fail({ code: 'ticket.not_found' });
  if (ticket.status === 'awaiting_channel') return fail({ code: 'ticket.awaiting_channel' });
  const { organisationId, requester } = await ticketCustomer(tx, counting, ticket, now);
  const { category } = ticket;
  const terms = ticketWorkTerms(decidedBy, { category, item, exclusive }, requester);
  const rule = orderRule(counting.pack, terms);
  switch (rule.outcome) {
    case 'allowed':
      return succeed({ organisationId, clause: rule.clause });
    case 'refused':
      return fail(refusedWork(decidedBy, rule));
    case 'not_needed':
      return fail({
        code: 'order.not_needed',
        ...(rule.clause === null ? {} : { clause: rule.clause }),
      });
  }
}
