import type { PolicyPack } from '#server/policy/pack.ts';
import { type ResponseAct, isFirstResponse } from './stops.ts';

/** Something that was done for a ticket; `at` in epoch milliseconds. */
export interface DoneAct {
  readonly kind: ResponseAct;
  readonly at: number;
}

/**
 * When the first response came, by two counts (A2): the letter of the regulation, and a person. The
 * one that stops the clock is the one the pack chose. Null where it has not come.
 */
export interface FirstResponseFigures {
  readonly stopsAt: number | null;
  /** The automatic acknowledgement counts where the text counts a bare confirmation of receipt. */
  readonly literalAt: number | null;
  readonly humanAt: number | null;
}

/** @param done in any order */
export function firstResponseFigures(
  { stops }: Pick<PolicyPack, 'stops'>,
  done: readonly DoneAct[],
): FirstResponseFigures {
  const earliest = (counts: boolean): number | null => {
    const counting = { stops: { ...stops, autoAckCounts: counts } };
    const instants = done.filter(({ kind }) => isFirstResponse(counting, kind)).map(({ at }) => at);
    return instants.length > 0 ? Math.min(...instants) : null;
  };
  const literal = earliest(stops.counts.includes('receipt_confirmed'));
  const human = earliest(false);
  return {
    stopsAt: stops.autoAckCounts ? earliest(true) : human,
    literalAt: literal,
    humanAt: human,
  };
}
