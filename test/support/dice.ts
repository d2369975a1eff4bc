/** Random choices that one number decides: the same seed throws the same dice. */
export interface Dice {
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** True so often, 0 to 1. */
  chance(share: number): boolean;
  pick<Values extends readonly [unknown, ...unknown[]]>(values: Values): Values[number];
}

/** @see mulberry32, Tommy Ettinger: 32 bits of state, good enough to scatter test cases */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  return {
    whole,
    chance: (share) => fraction() < share,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
  };
}
