import type { Box } from '#widget/capture/mask-boxes.ts';

export interface Picture {
  readonly blob: Blob;
  /** Private elements that were inside the viewport. */
  readonly hidden: number;
}

const maskColour = '#101312';

/**
 * Paints what was drawn, masks over it, as PNG.
 *
 * @param parts sizes in CSS pixels; `boxes` are those of each private element; `drawn` is stretched to the whole
 * @throws where there is no canvas
 */
export async function paintPicture(
  page: Document,
  parts: {
    readonly width: number;
    readonly height: number;
    readonly scale: number;
    readonly colour: string;
    readonly boxes: readonly (readonly Box[])[];
    readonly drawn: CanvasImageSource | undefined;
  },
): Promise<Picture> {
  const { width, height, scale, colour, boxes, drawn } = parts;
  const canvas = page.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.fillStyle = drawn ? colour : maskColour;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  if (drawn) brush.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  brush.fillStyle = maskColour;
  for (const { x, y, width: wide, height: high } of boxes.flat()) {
    const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)];
    const [right, bottom] = [Math.ceil((x + wide) * scale), Math.ceil((y + high) * scale)];
    brush.fillRect(left, top, right - left, bottom - top);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('empty picture');
  return { blob, hidden: boxes.filter(({ length }) => length > 0).length };
}
