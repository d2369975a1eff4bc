import type { Locale } from '#shared/vocabulary.ts';
import { canShare, exactPicture } from '#widget/capture/exact-picture.ts';
import { judgeFile } from '#widget/capture/judge-file.ts';
import type { Picture } from '#widget/capture/paint-picture.ts';
import { pictureWays, type PictureWay } from '#widget/capture/picture-ways.ts';
import type { FileLimits, JudgedFile } from '#widget/controllers/files.ts';
import { inTime } from '#widget/in-time.ts';

const drawLimitMs = 15_000;
const onePixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==';

let mayDraw: Promise<boolean> | undefined;

/** Whether the page's policy lets a picture be drawn: asked once, so that there is one report at most. */
const drawingAllowed = () =>
  (mayDraw ??= new Promise((resolve) => {
    const probe = new Image();
    probe.addEventListener('load', () => resolve(true));
    probe.addEventListener('error', () => resolve(false));
    probe.src = onePixel;
  }));

/** What a vendor wants hidden besides: `private-selectors` of the element, `data-private-selectors` of the script. */
export const vendorsSelectors = (page: Document): string =>
  page.querySelector('reglament-widget')?.getAttribute('private-selectors') ??
  page.querySelector<HTMLScriptElement>('script[data-key][data-private-selectors]')?.dataset[
    'privateSelectors'
  ] ??
  '';

async function go(way: PictureWay, page: Document): Promise<Picture | undefined> {
  const selectors = vendorsSelectors(page);
  if (way === 'exact') return exactPicture(page, selectors);
  const { takePicture } = await import('#widget/capture/take-picture.ts');
  return inTime(takePicture(page, selectors), drawLimitMs);
}

/**
 * A picture of the page by the first way that gives one. One that fails leads to the next.
 *
 * @returns undefined when the person refused to share and nothing else is left to try
 * @throws when no way works here
 */
export async function capturePage(page: Document): Promise<Picture | undefined> {
  const facts = {
    elements: page.getElementsByTagName('*').length,
    sharing: canShare(),
    drawing: await drawingAllowed(),
  };
  let refused = false;
  for (const way of pictureWays(facts)) {
    const picture = await go(way, page).catch(() => null);
    if (picture) return picture;
    refused ||= picture === undefined;
  }
  if (refused) return undefined;
  throw new Error('no way to picture this page');
}

/** A picture of the page as a file of a letter; undefined when its person refused to share. @throws like `capturePage` */
export async function pictureFile(
  name: string,
  limits: FileLimits,
  locale: Locale,
): Promise<JudgedFile | undefined> {
  const picture = await capturePage(document);
  return picture && judgeFile({ ...picture, name }, limits, locale);
}
