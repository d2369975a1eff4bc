import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockSide, blurBlocks } from '#widget/editor/blur.ts';

const anyArea = fc
  .tuple(fc.integer({ min: 8, max: 70 }), fc.integer({ min: 8, max: 70 }), fc.integer())
  .map(([width, height, seed]) => ({ width, height, data: noise(width, height, seed) }));

function noise(width: number, height: number, seed: number): Uint8ClampedArray {
  let state = seed >>> 0;
  return Uint8ClampedArray.from({ length: width * height * 4 }, () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state >>> 24;
  });
}

test('an area of any size is left with few blocks: 16 pixels or more, four at most along its shorter side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 4000 }), fc.integer({ min: 8, max: 4000 }), (w, h) => {
      const side = blockSide(w, h);

      expect(side).toBeGreaterThanOrEqual(16);
      expect(Math.ceil(Math.min(w, h) / side)).toBeLessThanOrEqual(4);
    }),
  );
});

test('what is left tells at most nine bits a block: eight steps of each channel and nothing transparent', () => {
  fc.assert(
    fc.property(anyArea, ({ data, width, height }) => {
      const { columns, rows, data: left } = blurBlocks(data, width, height);

      expect(left).toHaveLength(columns * rows * 4);
      const steps = new Set(Array.from({ length: 8 }, (_, step) => Math.round((step * 255) / 7)));
      const strange = [...left].filter((value, at) =>
        at % 4 === 3 ? value !== 255 : !steps.has(value),
      );
      expect(strange).toEqual([]);
    }),
  );
});

test('where the pixels stand within a block leaves no trace: any order of them gives the same colours', () => {
  fc.assert(
    fc.property(anyArea, ({ data, width, height }) => {
      const side = blockSide(width, height);
      const turned = new Uint8ClampedArray(data);
      for (let top = 0; top < height; top += side)
        for (let left = 0; left < width; left += side) {
          const places: number[] = [];
          for (let y = top; y < Math.min(height, top + side); y += 1)
            for (let x = left; x < Math.min(width, left + side); x += 1)
              places.push((y * width + x) * 4);
          const last = places.toReversed();
          for (const [at, place] of places.entries())
            turned.set(data.subarray(last[at]!, last[at]! + 4), place);
        }

      expect(blurBlocks(turned, width, height)).toEqual(blurBlocks(data, width, height));
    }),
  );
});

/** Thin strokes on white: as much ink in each letter, in other places. */
test('two lines of words with as much ink a block are left as one and the same picture', () => {
  const line = (shift: number) => {
    const data = new Uint8ClampedArray(64 * 16 * 4).fill(255);
    for (let letter = 0; letter < 8; letter += 1)
      for (let y = 2; y < 14; y += 1) {
        const x = letter * 8 + ((letter + shift + (y % 2)) % 6);
        data.set([0, 0, 0], (y * 64 + x) * 4);
      }
    return data;
  };

  expect([...line(0)]).not.toEqual([...line(3)]);
  expect(blurBlocks(line(0), 64, 16)).toEqual(blurBlocks(line(3), 64, 16));
});
