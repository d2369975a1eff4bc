import type { OrderState } from '#shared/vocabulary.ts';

/** What a customer or an agent does with an order once it was proposed. */
export type OrderMove = 'accept' | 'decline' | 'finish';

interface OrderArrow {
  readonly from: OrderState;
  readonly to: OrderState;
}

/** The life of an order, whole: it begins as `proposed`, and nothing leaves `declined` and `done`. */
export const orderMoves = {
  accept: { from: 'proposed', to: 'accepted' },
  decline: { from: 'proposed', to: 'declined' },
  finish: { from: 'accepted', to: 'done' },
} as const satisfies Record<OrderMove, OrderArrow>;

/** Where an order begins. */
export const firstOrderState = 'proposed' satisfies OrderState;

/** What a move comes to; `stays`: it was made before, and again is harmless. */
export type MovedOrder =
  | { readonly outcome: 'moved'; readonly to: (typeof orderMoves)[OrderMove]['to'] }
  | { readonly outcome: 'stays' }
  | { readonly outcome: 'refused' };

/** What becomes of an order by a move. */
export function moveOrderState(state: OrderState, move: OrderMove): MovedOrder {
  const { from, to } = orderMoves[move];
  if (state === to) return { outcome: 'stays' };
  return state === from ? { outcome: 'moved', to } : { outcome: 'refused' };
}

/** Whether work is written down for an order: from its acceptance until it is done. */
export const takesWork = (state: OrderState): boolean => state === 'accepted';
