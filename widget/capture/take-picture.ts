import { snapdom } from '@zumer/snapdom';
import { blankOut } from '#widget/capture/blank-out.ts';
import { mendCopy } from '#widget/capture/mend-copy.ts';
import { isPrivate, privateElements, type Maskable } from '#widget/capture/mask.ts';
import { boxesOf } from '#widget/capture/mask-boxes.ts';
import { paintPicture, type Picture } from '#widget/capture/paint-picture.ts';
import { pictureScale } from '#widget/capture/picture-scale.ts';

const ownTags = ['rg-launcher', 'reglament-widget', 'rg-recording'];

/** Colour behind the page: the root's, else the body's, which browsers paint on the whole canvas. */
function backdrop(page: Document): string {
  const colours = [page.documentElement, page.body].map(
    (element) => getComputedStyle(element).backgroundColor,
  );
  const painted = colours.find((colour) => !/^(transparent|rgba\(.*, 0\))$/.test(colour));
  const dark = getComputedStyle(page.documentElement).colorScheme === 'dark';
  return painted ?? (dark ? '#121212' : '#ffffff');
}

const isWhollyPrivate = (page: Document, selectors: string) =>
  [page.documentElement, page.body].some((element) =>
    isPrivate(element as Element & Maskable, selectors),
  );

/**
 * Draws what the person sees. Private elements keep their places in the copy that is drawn but never
 * become pixels; flat boxes stand there instead.
 *
 * The renderer copies and styles the page in turns of about a frame (`fast: false`), so that the page
 * goes on meanwhile. Two of its steps cannot be cut: turning the finished copy into text, and the
 * browser's own drawing of that text. Both grow with what is in the viewport, for what lies outside it
 * is left out before.
 *
 * @param selectors what the vendor wants hidden besides, as a selector list
 * @throws where the page's policy forbids `img-src data:` or the page cannot be drawn
 */
export async function takePicture(page: Document, selectors = ''): Promise<Picture> {
  const width = Math.round(innerWidth);
  const height = Math.round(innerHeight);
  if (width === 0 || height === 0) throw new Error('nothing is in sight');
  const scale = pictureScale(width, height, devicePixelRatio);
  const colour = backdrop(page);
  const boxes = privateElements(page, selectors).map((element) => boxesOf(element, page));
  const drawn = isWhollyPrivate(page, selectors)
    ? undefined
    : await snapdom(page.body, {
        clip: 'viewport',
        scale,
        dpr: 1,
        fast: false,
        backgroundColor: colour,
        exclude: (element) => ownTags.includes(element.localName),
        plugins: [blankOut(selectors), mendCopy],
      }).then((result) => result.toCanvas());
  return paintPicture(page, { width, height, scale, colour, boxes, drawn });
}
