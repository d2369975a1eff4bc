/** Colours of a blurred area: one a block. */
export interface Blocks {
  readonly columns: number;
  readonly rows: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

const leastBlock = 16;
const mostAlongShorterSide = 4;
/** Steps of each colour channel: a block tells at most 3 × 3 bits of what it covers. */
const levels = 8;

/** Side of one block in pixels: at least 16, and at most four blocks along the shorter side. */
export const blockSide = (width: number, height: number): number =>
  Math.max(leastBlock, Math.ceil(Math.min(width, height) / mostAlongShorterSide));

const step = 255 / (levels - 1);

/**
 * What is left of an area: the average of each block, on white, rounded to eight steps a channel.
 * The picture of a blurred area is made of these colours alone, so that it tells no more than nine
 * bits a block. That hides faces and small things; a short secret out of a known list could still be
 * guessed by trying, and the editor says so.
 *
 * @param data RGBA of `width` × `height` pixels
 */
export function blurBlocks(data: Uint8ClampedArray, width: number, height: number): Blocks {
  const side = blockSide(width, height);
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const value = (at: number) => data[at] ?? 0;
  const average = (column: number, row: number, channel: number) => {
    let [sum, count] = [0, 0];
    for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 1)
      for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 1) {
        const at = (y * width + x) * 4;
        sum += 255 + ((value(at + channel) - 255) * value(at + 3)) / 255;
        count += 1;
      }
    return Math.round(sum / count / step) * step;
  };
  const left = Uint8ClampedArray.from({ length: columns * rows * 4 }, (_, at) => {
    const block = Math.floor(at / 4);
    return at % 4 === 3 ? 255 : average(block % columns, Math.floor(block / columns), at % 4);
  });
  return { columns, rows, data: left };
}
