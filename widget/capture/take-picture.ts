import { snapdom, type CaptureContext } from '@zumer/snapdom';
import { privateElements, visiblePart, type Box } from '#widget/capture/mask.ts';

export interface Picture {
  readonly blob: Blob;
  /** Private boxes that were inside the viewport. */
  readonly hidden: number;
}

const ownTags = ['rg-launcher', 'reglament-widget'];
const maskColour = '#101312';

/** Keeps the place of private elements in the copy that is drawn, and nothing of what they show. */
const blankOut = (hidden: ReadonlySet<Element>) => ({
  name: 'blank-out',
  afterClone({ nodeMap }: CaptureContext) {
    for (const [copy, original] of nodeMap as Map<Node, Node>) {
      const element = original instanceof Element ? original : undefined;
      if (!element || !(copy instanceof HTMLElement || copy instanceof SVGElement)) continue;
      if (!isInside(element, hidden)) continue;
      copy.style.setProperty('visibility', 'hidden', 'important');
      copy.style.setProperty('background-image', 'none', 'important');
      if (copy instanceof HTMLInputElement) copy.setAttribute('value', '');
    }
  },
});

function isInside(element: Element, hidden: ReadonlySet<Element>): boolean {
  if (hidden.has(element)) return true;
  const root = element.getRootNode();
  const outer = element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  return outer !== undefined && isInside(outer, hidden);
}

/** Colour behind the page: the root's, else the body's, which browsers paint on the whole canvas. */
function backdrop(page: Document): string {
  const colours = [page.documentElement, page.body].map(
    (element) => getComputedStyle(element).backgroundColor,
  );
  return colours.find((colour) => !/^(transparent|rgba\(.*, 0\))$/.test(colour)) ?? '#ffffff';
}

/**
 * Draws what the person sees, one picture pixel a CSS pixel. Private elements keep their places in
 * the copy that is drawn but never become pixels; flat boxes stand there instead.
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
  const colour = backdrop(page);
  const drawn = await snapdom(page.body, {
    clip: 'viewport',
    scale: 1,
    dpr: 1,
    fast: false,
    backgroundColor: colour,
    exclude: (element) => ownTags.includes(element.localName),
    plugins: [blankOut(hidden)],
  });
  const canvas = page.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.fillStyle = colour;
  brush.fillRect(0, 0, width, height);
  brush.drawImage(await drawn.toCanvas(), 0, 0);
  brush.fillStyle = maskColour;
  for (const box of boxes) brush.fillRect(box.x, box.y, box.width, box.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('empty picture');
  return { blob, hidden: boxes.length };
}
