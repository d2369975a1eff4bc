import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBelow, countUpTo, rank, rankOf } from '#server/policy/time/search.ts';

/** Small numbers fall into the same stretches of the index, large ones stretch it. */
const numbers = fc.uniqueArray(
  fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -1e12, max: 1e12 })),
);

test('sorted numbers are counted as by looking at each', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: -21, max: 21 }), (found, other) => {
      const sorted = found.toSorted((a, b) => a - b);
      const ranked = rank(Float64Array.from(sorted));
      for (const value of [other, ...sorted, ...sorted.map((one) => one + 1)]) {
        const upTo = sorted.filter((one) => one <= value).length;

        expect(countUpTo(sorted, value)).toBe(upTo);
        expect(rankOf(ranked, value)).toBe(upTo);
        expect(countBelow(sorted, value)).toBe(sorted.filter((one) => one < value).length);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});
