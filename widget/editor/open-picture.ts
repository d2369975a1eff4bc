import type { Size } from '#widget/editor/mark.ts';

/** A picture ready to be drawn on: its pixels upright, whatever its file says about turning. */
export interface OpenPicture extends Size {
  readonly pixels: HTMLCanvasElement;
  /** It was larger than what is edited here. */
  readonly reduced: boolean;
  /** Only its first frame is left. */
  readonly firstFrame: boolean;
}

const mostPixels = 8_000_000;
const longestSide = 8192;

/** Width and height to edit at: memory for a picture stays bounded. */
export function editedSize({ width, height }: Size): Size {
  const share = Math.min(
    1,
    Math.sqrt(mostPixels / (width * height)),
    longestSide / Math.max(width, height),
  );
  return {
    width: Math.max(1, Math.floor(width * share)),
    height: Math.max(1, Math.floor(height * share)),
  };
}

/** Undefined where a file is no picture that this browser can show. */
export async function openPicture(file: Blob): Promise<OpenPicture | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const { width, height } = editedSize(bitmap);
  const reduced = width < bitmap.width;
  const pixels = document.createElement('canvas');
  pixels.width = width;
  pixels.height = height;
  const brush = pixels.getContext('2d');
  if (brush) brush.imageSmoothingQuality = 'high';
  brush?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { pixels, width, height, reduced, firstFrame: file.type === 'image/gif' };
}
