import type { Brush } from '#widget/editor/open-picture.ts';

const encoded = (canvas: HTMLCanvasElement, type: string, quality?: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));

/** From as it is to as small as it can be read. */
const qualities = [0.92, 0.8, 0.6, 0.4];

/**
 * Makes one new file out of drawn pixels. A photo stays a JPEG, on white where it was transparent;
 * anything else is a PNG unless that would be too large.
 *
 * @param limitBytes what a file may weigh
 * @throws where no file is small enough
 */
export async function burn(brush: Brush, type: string, limitBytes: number): Promise<Blob> {
  const { canvas } = brush;
  const sharp = type === 'image/jpeg' ? null : await encoded(canvas, 'image/png');
  if (sharp && sharp.size <= limitBytes) return sharp;
  brush.save();
  brush.globalCompositeOperation = 'destination-over';
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.restore();
  for (const quality of qualities) {
    const photo = await encoded(canvas, 'image/jpeg', quality);
    if (photo && photo.size <= limitBytes) return photo;
  }
  throw new Error('too large');
}
