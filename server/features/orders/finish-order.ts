import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { moveOrder, type OrderPlace } from '#server/features/orders/move-order.ts';

/** The work is done: no more time is written down for it. Fails as `acceptOrder` does. */
export const finishOrder = (deps: Deps, place: OrderPlace): Promise<Result<void, Problem>> =>
  moveOrder(deps, place, 'finish', null);
