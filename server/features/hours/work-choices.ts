import type { TicketTime } from '#shared/wire/hours.ts';
import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import { orderRule } from '#server/policy/life/order-rule.ts';
import { ticketWorkTerms } from '#server/policy/life/ticket-work.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * What work on a ticket may be said to be: items of the customer's plan, and whether any of it can be
 * offered to order.
 *
 * @param decidedBy the edition of the ticket
 * @param counting the edition in force
 */
export function workChoices(
  { decidedBy, counting }: { readonly decidedBy: Policy; readonly counting: Policy },
  category: string,
  requester: PolicyRequester,
): TicketTime['work'] {
  const plan = requester.proven ? requester.entitlement?.plan : undefined;
  const items = planOf(decidedBy.pack, plan)?.items ?? [];
  const exclusive = items.some(({ terms }) => terms === 'order_for_exclusive');
  const ordered = (work: { readonly item?: string; readonly exclusive?: boolean }) => {
    const terms = ticketWorkTerms(decidedBy, { category, ...work }, requester);
    return orderRule(counting.pack, terms).outcome === 'allowed';
  };
  return {
    items: items.map(({ id, text }) => ({ id, text })),
    exclusive,
    orders:
      ordered({}) ||
      items.some(({ id: item }) => ordered({ item }) || ordered({ item, exclusive })),
  };
}
