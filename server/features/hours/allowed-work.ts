import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { TimeWork } from '#server/features/hours/time-work.ts';
import { refusedWork } from '#server/features/orders/refused-work.ts';
import { shareOrder } from '#server/features/orders/orders.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { takesWork } from '#server/policy/life/order-life.ts';
import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { ticketWorkTerms } from '#server/policy/life/ticket-work.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * Whether somebody may work so on a ticket: what the regulation refuses not at all, and what takes an
 * order only with one that was accepted and is not done.
 *
 * Fails with `work.refused`, `order.needed`, `order.not_found` or `order.not_accepted`.
 */
export async function allowedWork(
  tx: Transaction,
  policy: Policy,
  { category }: Pick<TicketRow, 'category'>,
  { tenantId, ticketId, orderId, item, exclusive, ownError }: TimeWork,
  requester: PolicyRequester,
): Promise<Result<void, Problem>> {
  const terms = ticketWorkTerms(policy, { category, item, exclusive, ownError }, requester);
  if (terms.outcome === 'refuse') return fail(refusedWork(policy, terms));
  if (orderId === undefined) {
    return terms.outcome === 'order'
      ? fail({ code: 'order.needed', clause: terms.clause })
      : succeed(undefined);
  }
  const order = await shareOrder(tx, tenantId, orderId);
  if (order?.ticketId !== ticketId) return fail({ code: 'order.not_found' });
  return takesWork(order.state)
    ? succeed(undefined)
    : fail({ code: 'order.not_accepted', clause: order.clause });
}
