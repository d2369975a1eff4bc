import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { moveOrder, type OrderPlace } from '#server/features/orders/move-order.ts';

/**
 * The customer accepted: from now on time can be written down for it.
 *
 * @param by who of the customer accepted
 *
 * Fails with `order.not_found`, `ticket.erased`, `order.decided` or `idempotency_key.reused`.
 */
export const acceptOrder = (
  deps: Deps,
  place: OrderPlace,
  by: string,
): Promise<Result<void, Problem>> => moveOrder(deps, place, 'accept', by);
