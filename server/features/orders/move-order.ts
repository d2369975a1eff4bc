import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { orderEvent } from '#server/features/orders/order-event.ts';
import { lockOrder, updateOrder } from '#server/features/orders/orders.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { isHidden } from '#server/features/tickets/hidden-tickets.ts';
import { replayed, takeActKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { moveOrderState, type OrderMove } from '#server/policy/life/order-life.ts';

/** Which order, and the agent who writes down what became of it. */
export interface OrderPlace {
  readonly tenantId: string;
  readonly orderId: string;
  readonly agent: Agent;
  /** Makes a repeated move the same one; absent: each is another. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Moves an order along its life; a move that was made before changes nothing. The order of a ticket
 * that is hidden from the agent is none to them.
 *
 * @param by who of the customer decided; null where nobody does
 *
 * Fails with `order.not_found`, `ticket.erased` where somebody decides, `order.decided` or `idempotency_key.reused`.
 */
export async function moveOrder(
  deps: Deps,
  { tenantId, orderId, agent, idempotencyKey }: OrderPlace,
  move: OrderMove,
  by: string | null,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const order = await lockOrder(tx, tenantId, orderId);
    if (!order || (await isHidden({ ...deps, db: tx }, tenantId, order.ticketId, agent.id)))
      return fail({ code: 'order.not_found' });
    if (by !== null && (await findTicket(tx, tenantId, order.ticketId))?.erasedAt)
      return fail({ code: 'ticket.erased' });
    const at = new Date(deps.now());
    if (idempotencyKey !== undefined) {
      const requestHash = sha256(JSON.stringify(['order', orderId, move, by]));
      const key = { idempotencyKey, requestHash };
      const again = await replayed(tx, tenantId, agent.id, key);
      if (again) return again.ok ? succeed(undefined) : again;
      const made = { tenantId, ticketId: order.ticketId, sender: agent.id, createdAt: at };
      const taken = await takeActKey(tx, made, key);
      if (!taken.ok) return taken;
    }
    const moved = moveOrderState(order.state, move);
    if (moved.outcome === 'stays') return succeed(undefined);
    if (moved.outcome === 'refused')
      return fail({ code: 'order.decided', params: { state: order.state } });
    const change = by === null ? { doneAt: at } : { decidedBy: by, decidedAt: at };
    await updateOrder(tx, order, { state: moved.to, ...change });
    await appendEvents(tx, tenantId, [orderEvent(`order_${moved.to}`, order, at, agent)]);
    return succeed(undefined);
  });
}
