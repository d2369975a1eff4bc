import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySize, anySpot } from '#test/widget/editor/any-mark.ts';
import { editedSize } from '#widget/editor/open-picture.ts';
import { firstView, panned, showing, toPicture, toStage, zoomed } from '#widget/editor/view.ts';

const anyStage = fc.record({
  width: fc.integer({ min: 120, max: 2000 }),
  height: fc.integer({ min: 120, max: 1400 }),
});
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });

test('a picture never leaves the stage, however it is moved and stretched', () => {
  fc.assert(
    fc.property(anySize, anyStage, anySpot, factor, anySpot, (picture, stage, by, times, at) => {
      const first = firstView(picture, stage);
      const view = zoomed(panned(first, by, picture, stage), times, at, picture, stage);
      const [a, b] = [
        toStage(view, { x: 0, y: 0 }),
        toStage(view, { x: picture.width, y: picture.height }),
      ];

      expect(a.x).toBeLessThan(stage.width);
      expect(a.y).toBeLessThan(stage.height);
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
      const view = firstView(picture, stage);
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
        const spot = { x: picture.width * across, y: picture.height * down };
        const near = zoomed(firstView(picture, stage), times, { x: 0, y: 0 }, picture, stage);
        const { x, y } = toStage(showing(near, spot, picture, stage), spot);

        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(stage.width);
        expect(y).toBeLessThanOrEqual(stage.height);
      },
    ),
  );
});

const stage = { width: 1000, height: 600 };

test.each([
  [
    'one that fits is shown pixel by pixel in the middle',
    { width: 600, height: 400 },
    [1, 200, 100],
  ],
  ['a wide one is made to fit', { width: 1936, height: 600 }, [0.5, 16, 150]],
  ['a very tall one starts readable at its top', { width: 400, height: 20_000 }, [1, 300, 0]],
])('first view: %s', (_case, picture, [scale, x, y]) => {
  const view = firstView(picture, stage);

  expect(view.scale).toBeCloseTo(scale!, 2);
  expect(view.x).toBeCloseTo(x!, 0);
  expect(Math.abs(view.y - y!)).toBeLessThanOrEqual(16);
});

test.each([
  ['a page as it is', { width: 1280, height: 800 }, { width: 1280, height: 800 }],
  ['a photo of 40 megapixels', { width: 7680, height: 5200 }, { width: 3437, height: 2327 }],
  ['a very long page', { width: 1280, height: 40_000 }, { width: 262, height: 8192 }],
])('memory is bounded: %s', (_case, picture, edited) => {
  expect(editedSize(picture)).toEqual(edited);
});
