/** How many of the sorted numbers are at most `value`: the index after the last such one. */
export function countUpTo(sorted: readonly number[], value: number): number {
  return countWithin(sorted, value, 0, sorted.length);
}

/** How many of the sorted numbers are below `value`: the index of the first that is not. */
export function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted numbers with a rough index: halving looks at twelve of ten years' openings, this at one or two. */
export interface Ranked {
  readonly values: Float64Array;
  readonly first: number;
  /** The span of the values is cut into as many equal stretches as there are values. */
  readonly stretchesPerUnit: number;
  /** How many values lie before each stretch; the last number is how many there are. */
  readonly before: Uint32Array;
}

/** Builds the index in one pass. */
export function rank(values: Float64Array): Ranked {
  const count = values.length;
  const [first = 0, last = 0] = [values[0], values[count - 1]];
  const stretchesPerUnit = count / Math.max(1, last - first);
  const before = new Uint32Array(count + 2);
  const ranked = { values, first, stretchesPerUnit, before };
  for (const value of values) {
    const next = stretchOf(ranked, value) + 1;
    before[next] = (before[next] ?? 0) + 1;
  }
  let sum = 0;
  for (const [stretch, found] of before.entries()) before[stretch] = sum += found;
  return ranked;
}

/** How many of the ranked numbers are at most `value`. */
export function rankOf(ranked: Ranked, value: number): number {
  const { values, first, before } = ranked;
  if (value < first) return 0;
  const stretch = stretchOf(ranked, value);
  return countWithin(values, value, before[stretch] ?? 0, before[stretch + 1] ?? 0);
}

const stretchOf = ({ values, first, stretchesPerUnit }: Ranked, value: number): number =>
  Math.min(values.length, Math.floor((value - first) * stretchesPerUnit));

function countWithin(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
