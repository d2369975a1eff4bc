import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { orderEvent } from '#server/features/orders/order-event.ts';
import { orderable } from '#server/features/orders/orderable.ts';
import { orders } from '#server/features/orders/orders.table.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { firstOrderState } from '#server/policy/life/order-life.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

/** Work to be offered to a ticket's customer. */
export interface OrderProposal {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly agent: Agent;
  readonly scope: string;
  /** Minor units of the currency. */
  readonly priceMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** What is offered, by the pack; absent: what the ticket's category is about. */
  readonly item?: string | undefined;
  readonly exclusive: boolean;
  readonly idempotencyKey: string;
}

/**
 * Offers work to order where the regulation has it so for this customer; answers with the order's id.
 *
 * Fails with `ticket.not_found`, `ticket.erased`, `ticket.awaiting_channel`, `work.refused`, `order.not_needed`,
 * `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function proposeOrder(
  deps: Deps,
  proposal: OrderProposal,
): Promise<Result<string, Problem>> {
  const { tenantId, ticketId, agent, scope, priceMinor, currency, item } = proposal;
  const at = new Date(deps.now());
  const told = refusedSecret(deps.policies.inForce(tenantId, at.getTime())?.pack, { scope });
  if (told) return fail(told);
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('ord');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey: proposal.idempotencyKey,
      content: ['order', ticketId, scope, priceMinor, currency, item, proposal.exclusive],
      ticketId,
      at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) return succeed(taken.value);
    const allowed = await orderable(tx, deps, proposal);
    if (!allowed.ok) return fail(allowed.failure);
    await tx.insert(orders).values({
      tenantId,
      id,
      ticketId,
      organisationId: allowed.value.organisationId,
      item: item ?? null,
      scope,
      priceMinor,
      currency,
      state: firstOrderState,
      clause: allowed.value.clause,
      proposedBy: agent.id,
      proposedAt: at,
    });
    await appendEvents(tx, tenantId, [orderEvent('order_proposed', { ticketId, id }, at, agent)]);
    return succeed(id);
  });
}
