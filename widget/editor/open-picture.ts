import { both, type Size } from '#widget/editor/mark.ts';

/** What draws on a canvas. */
export type Brush = CanvasRenderingContext2D;

/** A picture ready to be drawn on: its pixels upright, whatever its file says about turning. */
export interface OpenPicture {
  readonly pixels: HTMLCanvasElement;
  /** Of the canvas that is seen and burned: the same pixels, and the marks over them. */
  readonly brush: Brush;
  readonly size: Size;
  /** It was larger than what is edited here. */
  readonly reduced: boolean;
  /** Only its first frame is left. */
  readonly firstFrame: boolean;
}

const mostPixels = 8_000_000;
const longestSide = 8192;

/** The brush of a new canvas. @throws where the browser has no memory for one */
export function freshCanvas({ x, y }: Size): Brush {
  const canvas = document.createElement('canvas');
  canvas.width = x;
  canvas.height = y;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('no canvas');
  return brush;
}

/** Width and height to edit at: memory for a picture stays bounded. */
export function editedSize(size: Size): Size {
  const { x, y } = size;
  const share = Math.min(1, Math.sqrt(mostPixels / (x * y)), longestSide / x, longestSide / y);
  return both((axis) => Math.max(1, Math.floor(size[axis] * share)));
}

/** Undefined where a file is no picture that this browser can show. */
export async function openPicture(file: Blob): Promise<OpenPicture | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const size = editedSize({ x: bitmap.width, y: bitmap.height });
    const reduced = size.x < bitmap.width;
    const [first, brush] = [freshCanvas(size), freshCanvas(size)];
    first.imageSmoothingQuality = 'high';
    first.drawImage(bitmap, 0, 0, size.x, size.y);
    bitmap.close();
    return { pixels: first.canvas, brush, size, reduced, firstFrame: file.type === 'image/gif' };
  } catch {
    return undefined;
  }
}
