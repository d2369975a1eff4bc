import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { moveOrder, type OrderPlace } from '#server/features/orders/move-order.ts';

/**
 * The customer declined: nothing is worked on.
 *
 * @param by who of the customer declined
 *
 * Fails with `order.not_found`, `ticket.erased`, `order.decided` or `idempotency_key.reused`.
 */
export const declineOrder = (
  deps: Deps,
  place: OrderPlace,
  by: string,
): Promise<Result<void, Problem>> => moveOrder(deps, place, 'decline', by);
