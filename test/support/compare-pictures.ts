import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Box } from '#test/support/picture.ts';

const threshold = 0.15;

/** The part of a picture inside a box of whole pixels. */
function cut(picture: PNG, box: Box): PNG {
  const part = new PNG({ width: box.width, height: box.height });
  PNG.bitblt(picture, part, box.x, box.y, box.width, box.height, 0, 0);
  return part;
}

/** Share of pixels that a person would see as different, 0 to 1, in a box of two pictures of one size. */
export function shareOff(one: Buffer, other: Buffer, box?: Box): number {
  const [left, right] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = left;
  const place = box ?? { x: 0, y: 0, width, height };
  const [a, b] = [cut(left, place), cut(right, place)];
  return (
    pixelmatch(a.data, b.data, undefined, place.width, place.height, { threshold }) /
    (place.width * place.height)
  );
}
