import { PNG } from 'pngjs';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** A decoded PNG that can be asked for colours. */
export function readPicture(bytes: Buffer) {
  const { width, height, data } = PNG.sync.read(bytes);
  const at = (x: number, y: number): Colour => {
    const offset = (Math.floor(y) * width + Math.floor(x)) * 4;
    return [data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0];
  };
  return {
    width,
    height,
    at,
    /** Every colour inside a box, its edge left out, where antialiasing mixes. */
    coloursIn: (box: Box, edge = 2): Set<string> => {
      const colours = new Set<string>();
      for (let y = box.y + edge; y < box.y + box.height - edge; y += 1) {
        for (let x = box.x + edge; x < box.x + box.width - edge; x += 1)
          colours.add(at(x, y).join());
      }
      return colours;
    },
  };
}

/** A whole PNG of a few bytes. */
export const tinyPng: Buffer = PNG.sync.write(new PNG({ width: 4, height: 4 }));
