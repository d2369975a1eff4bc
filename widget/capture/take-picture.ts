import { snapdom } from '@zumer/snapdom';
import { privateElements, visiblePart, type Box } from '#widget/capture/mask.ts';

export interface Picture {
  readonly blob: Blob;
  /** Private boxes that were inside the viewport. */
  readonly hidden: number;
}

const ownTags = ['rg-launcher', 'reglament-widget'];
const maskColour = '#101312';

/**
 * Draws what the person sees, one picture pixel a CSS pixel. Private elements are left out of the
 * copy that is drawn, so their content never becomes pixels; flat boxes stand in their places.
 *
 * @throws where the page's policy forbids `img-src data:` or the page cannot be drawn
 */
export async function takePicture(page: Document): Promise<Picture> {
  const width = Math.round(innerWidth);
  const height = Math.round(innerHeight);
  const hidden = new Set(privateElements(page));
  const boxes = [...hidden].flatMap((element): Box[] => {
    const part = visiblePart(element.getBoundingClientRect(), width, height);
    return part ? [part] : [];
  });
  const drawn = await snapdom.toCanvas(page.body, {
    clip: 'viewport',
    scale: 1,
    dpr: 1,
    fast: false,
    backgroundColor: getComputedStyle(page.documentElement).backgroundColor,
    exclude: (element) => hidden.has(element) || ownTags.includes(element.localName),
    excludeMode: 'hide',
  });
  const canvas = page.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, width, height);
  brush.drawImage(drawn, 0, 0, width, height);
  brush.fillStyle = maskColour;
  for (const box of boxes) brush.fillRect(box.x, box.y, box.width, box.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('empty picture');
  return { blob, hidden: boxes.length };
}
