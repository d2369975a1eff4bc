import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderStates, type OrderState } from '#shared/vocabulary.ts';
import {
  firstOrderState,
  moveOrderState,
  orderMoves,
  takesWork,
  type MovedOrder,
  type OrderMove,
} from '#server/policy/life/order-life.ts';

const moves = Object.keys(orderMoves) as OrderMove[];

test.each<[OrderMove, OrderState, MovedOrder]>([
  ['accept', 'proposed', { outcome: 'moved', to: 'accepted' }],
  ['accept', 'accepted', { outcome: 'stays' }],
  ['accept', 'declined', { outcome: 'refused' }],
  ['accept', 'done', { outcome: 'refused' }],
  ['decline', 'proposed', { outcome: 'moved', to: 'declined' }],
  ['decline', 'accepted', { outcome: 'refused' }],
  ['decline', 'declined', { outcome: 'stays' }],
  ['decline', 'done', { outcome: 'refused' }],
  ['finish', 'proposed', { outcome: 'refused' }],
  ['finish', 'accepted', { outcome: 'moved', to: 'done' }],
  ['finish', 'declined', { outcome: 'refused' }],
  ['finish', 'done', { outcome: 'stays' }],
])('to %s an order that is %s', (move, state, moved) => {
  expect(moveOrderState(state, move)).toEqual(moved);
});

test('in any order of moves it is decided once, and worked on only between acceptance and the end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (asked) => {
      let state: OrderState = firstOrderState;
      const made: OrderMove[] = [];
      for (const move of asked) {
        const moved = moveOrderState(state, move);
        if (moved.outcome !== 'moved') continue;
        made.push(move);
        state = moved.to;
      }
      expect([[], ['accept'], ['decline'], ['accept', 'finish']]).toContainEqual(made);
      expect(takesWork(state)).toBe(made.at(-1) === 'accept');
    }),
  );
});

test('every state is reached', () => {
  const reached = moves.map((move) => orderMoves[move].to);

  expect(new Set([firstOrderState, ...reached])).toEqual(new Set(orderStates));
});
