import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySize, anySpot } from '#test/widget/editor/any-mark.ts';
import { editedSize } from '#widget/editor/open-picture.ts';
import {
  anyView,
  firstView,
  panned,
  showing,
  toPicture,
  toStage,
  zoomed,
} from '#widget/editor/view.ts';

const anyStage = fc.record({
  x: fc.integer({ min: 120, max: 2000 }),
  y: fc.integer({ min: 120, max: 1400 }),
});
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });

test('a picture never leaves the stage, however it is moved and stretched', () => {
  fc.assert(
    fc.property(anySize, anyStage, anySpot, factor, anySpot, (picture, stage, by, times, at) => {
      const first = firstView(anyView, picture, stage);
      const view = zoomed(times, at)(panned(by)(first, picture, stage), picture, stage);
      const [a, b] = [toStage(view, { x: 0, y: 0 }), toStage(view, picture)];

      expect(a.x).toBeLessThan(stage.x);
      expect(a.y).toBeLessThan(stage.y);
      expect(b.x).toBeGreaterThan(0);
      expect(b.y).toBeGreaterThan(0);
      expect(view.scale).toBeGreaterThan(0);
      expect(view.scale).toBeLessThanOrEqual(8);
    }),
  );
});

test('a place of the picture and its place on the stage are each other’s', () => {
  fc.assert(
    fc.property(anySize, anyStage, anySpot, (picture, stage, spot) => {
      const view = firstView(anyView, picture, stage);
      const back = toPicture(view, toStage(view, spot));

      expect(back.x).toBeCloseTo(spot.x, 3);
      expect(back.y).toBeCloseTo(spot.y, 3);
    }),
  );
});

test('what the keyboard points at is brought into sight', () => {
  fc.assert(
    fc.property(
      anySize,
      anyStage,
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      factor,
      (picture, stage, [across, down], times) => {
        const spot = { x: picture.x * across, y: picture.y * down };
        const first = firstView(anyView, picture, stage);
        const near = zoomed(times, { x: 0, y: 0 })(first, picture, stage);
        const { x, y } = toStage(showing(spot)(near, picture, stage), spot);

        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(stage.x);
        expect(y).toBeLessThanOrEqual(stage.y);
      },
    ),
  );
});

const stage = { x: 1000, y: 600 };

test.each([
  ['one that fits is shown pixel by pixel in the middle', { x: 600, y: 400 }, [1, 200, 100]],
  ['a wide one is made to fit', { x: 1936, y: 600 }, [0.5, 16, 150]],
  ['a very tall one starts readable at its top', { x: 400, y: 20_000 }, [1, 300, 0]],
])('first view: %s', (_case, picture, [scale, x, y]) => {
  const view = firstView(anyView, picture, stage);

  expect(view.scale).toBeCloseTo(scale!, 2);
  expect(view.x).toBeCloseTo(x!, 0);
  expect(Math.abs(view.y - y!)).toBeLessThanOrEqual(16);
});

test.each([
  ['a page as it is', { x: 1280, y: 800 }, { x: 1280, y: 800 }],
  ['a photo of 40 megapixels', { x: 7680, y: 5200 }, { x: 3437, y: 2327 }],
  ['a very long page', { x: 1280, y: 40_000 }, { x: 262, y: 8192 }],
])('memory is bounded: %s', (_case, picture, edited) => {
  expect(editedSize(picture)).toEqual(edited);
});
