import fc from 'fast-check';
import { drawnMark } from '#widget/editor/change-mark.ts';
import { tools, type Mark, type Size } from '#widget/editor/mark.ts';

/** Any picture, from a stamp to a poster, narrow ones too. */
export const anySize: fc.Arbitrary<Size> = fc.record({
  x: fc.integer({ min: 1, max: 4000 }),
  y: fc.integer({ min: 1, max: 4000 }),
});

/** Any place, also far outside of any picture, and between pixels. */
export const anySpot = fc.record({
  x: fc.double({ min: -5000, max: 9000, noNaN: true }),
  y: fc.double({ min: -5000, max: 9000, noNaN: true }),
});

export const anyTool = fc.constantFrom(...tools);

/** A picture and a mark that was drawn in it. */
export const anyDrawn: fc.Arbitrary<{ readonly size: Size; readonly mark: Mark }> = fc
  .tuple(anySize, anyTool, anySpot, anySpot)
  .map(([size, tool, start, end]) => ({ size, mark: drawnMark(tool, start, end, size) }))
  .filter((drawn): drawn is { size: Size; mark: Mark } => drawn.mark !== undefined);
