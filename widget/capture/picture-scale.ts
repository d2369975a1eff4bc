const mostPixels = 4_000_000;

/**
 * Picture pixels a CSS pixel: as sharp as the screen, at most double, and never more than four million
 * pixels in all, so that small letters stay readable and the file small.
 */
export function pictureScale(width: number, height: number, pixelRatio: number): number {
  const most = Math.sqrt(mostPixels / (width * height));
  return Math.max(1, Math.min(pixelRatio, 2, Math.floor(most * 100) / 100));
}
