import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { orderEvent } from '#server/features/orders/order-event.ts';
import { lockOrder, updateOrder } from '#server/features/orders/orders.repository.ts';
import type { OrderRow } from '#server/features/orders/orders.table.ts';
import { moveOrderState, type OrderMove } from '#server/policy/life/order-life.ts';

/** Which order, and the agent who writes down what became of it. */
export interface OrderPlace {
  readonly tenantId: string;
  readonly orderId: string;
  readonly agent: Agent;
}

/**
 * Moves an order along its life; a move that was made before changes nothing.
 *
 * Fails with `order.not_found` or `order.decided`.
 */
export async function moveOrder(
  deps: Deps,
  { tenantId, orderId, agent }: OrderPlace,
  move: OrderMove,
  change: (at: Date) => Partial<Pick<OrderRow, 'decidedBy' | 'decidedAt' | 'doneAt'>>,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const order = await lockOrder(tx, tenantId, orderId);
    if (!order) return fail({ code: 'order.not_found' });
    const moved = moveOrderState(order.state, move);
    if (moved.outcome === 'stays') return succeed(undefined);
    if (moved.outcome === 'refused')
      return fail({ code: 'order.decided', params: { state: order.state } });
    const at = new Date(deps.now());
    await updateOrder(tx, order, { state: moved.to, ...change(at) });
    await appendEvents(tx, tenantId, [orderEvent(`order_${moved.to}`, order, at, agent)]);
    return succeed(undefined);
  });
}
