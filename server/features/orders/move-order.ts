import { fail, succeed, type Result } from '#shared/result.ts';
import type { OrderState } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { orderEvent } from '#server/features/orders/order-event.ts';
import { lockOrder, updateOrder } from '#server/features/orders/orders.repository.ts';
import type { OrderRow } from '#server/features/orders/orders.table.ts';

/** Which order, and the agent who writes down what became of it. */
export interface OrderPlace {
  readonly tenantId: string;
  readonly orderId: string;
  readonly agent: Agent;
}

/** From which state an order comes into which; nothing leaves `declined` and `done`. */
const comesFrom = {
  accepted: 'proposed',
  declined: 'proposed',
  done: 'accepted',
} as const satisfies Partial<Record<OrderState, OrderState>>;

/**
 * Moves an order to its next state; one that is there already stays as it is.
 *
 * Fails with `order.not_found` or `order.decided`.
 */
export async function moveOrder(
  deps: Deps,
  { tenantId, orderId, agent }: OrderPlace,
  to: keyof typeof comesFrom,
  change: (at: Date) => Partial<Pick<OrderRow, 'decidedBy' | 'decidedAt' | 'doneAt'>>,
): Promise<Result<void, Problem>> {
  return transact(deps.db, async (tx) => {
    const order = await lockOrder(tx, tenantId, orderId);
    if (!order) return fail({ code: 'order.not_found' });
    if (order.state === to) return succeed(undefined);
    if (order.state !== comesFrom[to])
      return fail({ code: 'order.decided', params: { state: order.state } });
    const at = new Date(deps.now());
    await updateOrder(tx, order, { state: to, ...change(at) });
    await appendEvents(tx, tenantId, [orderEvent(`order_${to}`, order, at, agent)]);
    return succeed(undefined);
  });
}
