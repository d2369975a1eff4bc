import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDrawn, anySpot } from '#test/widget/editor/any-mark.ts';
import { drawnMark, movedMark, resizedMark } from '#widget/editor/change-mark.ts';
import { hitHandle, hitMark, touches } from '#widget/editor/hit-mark.ts';
import { handlesOf, handleSpot, type Mark, type Size } from '#widget/editor/mark.ts';

const size: Size = { x: 400, y: 300 };
const mark = (tool: Mark['tool'], x: number, y: number, right: number, low: number): Mark => ({
  tool,
  from: { x, y },
  to: { x: right, y: low },
  text: '',
});

const isInside = ({ from, to }: Mark, size: Size) =>
  [from, to].every(({ x, y }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y);

test('wherever it is drawn, moved or stretched to, a mark stays in the picture and areas keep their corners in order', () => {
  fc.assert(
    fc.property(anyDrawn, anySpot, fc.nat(), ({ size: picture, mark: drawn }, spot, pick) => {
      const handles = handlesOf(drawn);
      const stretched = resizedMark(drawn, handles[pick % handles.length]!, spot, picture);
      for (const one of [drawn, movedMark(drawn, spot, picture), stretched]) {
        expect(isInside(one, picture)).toBe(true);
        if (one.tool === 'arrow') continue;
        expect(one.to.x).toBeGreaterThan(one.from.x);
        expect(one.to.y).toBeGreaterThan(one.from.y);
      }
    }),
  );
});

test('moving keeps size and shape', () => {
  fc.assert(
    fc.property(anyDrawn, anySpot, ({ size: picture, mark: drawn }, by) => {
      const moved = movedMark(drawn, by, picture);

      expect(moved.to.x - moved.from.x).toBeCloseTo(drawn.to.x - drawn.from.x);
      expect(moved.to.y - moved.from.y).toBeCloseTo(drawn.to.y - drawn.from.y);
    }),
  );
});

test('every place that a mark is shown at can be taken: each handle, and an area by its middle', () => {
  fc.assert(
    fc.property(anyDrawn, ({ mark: drawn }) => {
      for (const handle of handlesOf(drawn))
        expect(hitHandle(drawn, handleSpot(drawn, handle), 1)).toBeDefined();
      if (drawn.tool !== 'box')
        expect(touches(drawn, handleSpot(drawn, { x: 0, y: 0 }), 1)).toBe(true);
    }),
  );
});

test.each([
  ['a bar by its middle', mark('bar', 10, 10, 110, 60), { x: 60, y: 30 }, true],
  ['a frame by its edge', mark('box', 10, 10, 110, 60), { x: 12, y: 40 }, true],
  ['not a frame by its middle', mark('box', 10, 10, 110, 60), { x: 60, y: 35 }, false],
  ['an arrow where it bends', mark('arrow', 0, 100, 200, 100), { x: 100, y: 88 }, true],
  ['not an arrow far beside it', mark('arrow', 0, 100, 200, 100), { x: 100, y: 140 }, false],
  ['not a bar beyond its reach', mark('bar', 10, 10, 110, 60), { x: 120, y: 30 }, false],
])('takes %s', (_case, one, spot, taken) => {
  expect(touches(one, spot, 4)).toBe(taken);
});

test('of two marks one over the other the upper one is taken', () => {
  const marks = [mark('bar', 0, 0, 100, 100), mark('blur', 50, 50, 150, 150)];

  expect(hitMark(marks, { x: 75, y: 75 }, 2)).toBe(1);
  expect(hitMark(marks, { x: 20, y: 20 }, 2)).toBe(0);
  expect(hitMark(marks, { x: 300, y: 20 }, 2)).toBe(-1);
});

test('a trembling press draws nothing, a thin line becomes an area that can be seen', () => {
  expect(drawnMark('bar', { x: 50, y: 50 }, { x: 53, y: 52 }, size)).toBeUndefined();
  expect(drawnMark('bar', { x: 50, y: 299 }, { x: 150, y: 300 }, size)).toMatchObject({
    from: { x: 50, y: 292 },
    to: { x: 150, y: 300 },
  });
});
