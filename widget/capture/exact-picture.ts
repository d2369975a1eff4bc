import { keepMade } from '#widget/capture/made-of.ts';
import { privateElements } from '#widget/capture/mask.ts';
import { boxesOf, type Box } from '#widget/capture/mask-boxes.ts';
import { paintPicture, type Picture } from '#widget/capture/paint-picture.ts';
import { pictureScale } from '#widget/capture/picture-scale.ts';
import { newUuid } from '#widget/ids.ts';
import { inTime } from '#widget/in-time.ts';

/** Options that no type library of the browser has yet; unknown ones are ignored. */
export interface TabShareOptions extends DisplayMediaStreamOptions {
  readonly preferCurrentTab?: boolean;
  readonly selfBrowserSurface?: 'include' | 'exclude';
  readonly surfaceSwitching?: 'include' | 'exclude';
  readonly monitorTypeSurfaces?: 'include' | 'exclude';
}

/** One press where the browser can: this tab first, whole screens not at all. */
export const thisTab: TabShareOptions = {
  preferCurrentTab: true,
  selfBrowserSurface: 'include',
  surfaceSwitching: 'exclude',
  monitorTypeSurfaces: 'exclude',
};

/** What a frame may do, where the browser says it. */
interface FramedDocument {
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Phones and frames without leave define the method and reject every call; a web view has none. */
export const canShare = (): boolean =>
  isSecureContext &&
  typeof navigator.mediaDevices?.getDisplayMedia === 'function' &&
  (document as FramedDocument).featurePolicy?.allowsFeature('display-capture') !== false &&
  !matchMedia('(hover: none) and (pointer: coarse)').matches;

/** A window that nobody sees gives no picture, and launcher and panel are out of sight meanwhile. */
const frameLimitMs = 10_000;

const ownTags = 'rg-launcher, reglament-widget';

/** Takes launcher and panel out of sight; the function that is given back brings them and the focus again. */
export function stepAside(page: Document): () => void {
  // what stands in them: their own looks are out of everybody's reach
  const own = [...page.querySelectorAll(ownTags)].flatMap(
    ({ shadowRoot }) => [...(shadowRoot?.children ?? [])] as HTMLElement[],
  );
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const before = own.map(({ style }) => style.visibility);
  for (const { style } of own) style.setProperty('visibility', 'hidden', 'important');
  return () => {
    for (const [index, { style }] of own.entries()) style.visibility = before[index] ?? '';
    (focused as HTMLElement | null)?.focus();
  };
}

/** The next frames are painted without what has just been hidden. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 120))),
  );

/** A player of the stream that is on no page, so that no policy of the page is asked. */
async function playing(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  return video;
}

/** One frame; the browser's own grabber first, for it needs no `media-src`. */
async function frameOf(stream: MediaStream): Promise<CanvasImageSource> {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('no picture in the stream');
  const Grabber = (
    globalThis as {
      ImageCapture?: new (of: MediaStreamTrack) => { grabFrame(): Promise<ImageBitmap> };
    }
  ).ImageCapture;
  const grabbed = Grabber && (await new Grabber(track).grabFrame().catch(() => undefined));
  return grabbed ?? playing(stream);
}

/** Where a box is seen in the window, which two fingers may have made larger. */
function enlarged({ x, y, width, height }: Box): Box {
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
  return {
    x: (x - offsetLeft) * scale,
    y: (y - offsetTop) * scale,
    width: width * scale,
    height: height * scale,
  };
}

/** Sizes of a frame, of whatever it was read from. */
const sizeOf = (frame: CanvasImageSource) =>
  frame instanceof HTMLVideoElement
    ? { width: frame.videoWidth, height: frame.videoHeight }
    : { width: (frame as ImageBitmap).width, height: (frame as ImageBitmap).height };

/** What Chromium has for telling tabs apart, and no type library yet. */
interface Handles {
  setCaptureHandleConfig?(config: { handle: string; permittedOrigins: string[] }): void;
  getCaptureHandle?(): { readonly handle: string } | null;
}

/**
 * Marks this tab, so that a shared tab can be known as this one: others may have its very shape.
 *
 * @returns whether a stream shows this tab; never where the browser cannot tell, as inside a frame
 */
function markTab(): (stream: MediaStream) => boolean {
  const handle = newUuid();
  try {
    const config = { handle, permittedOrigins: [location.origin] };
    (navigator.mediaDevices as Handles).setCaptureHandleConfig?.(config);
  } catch {
    return () => false;
  }
  return (stream) => {
    const track = stream.getVideoTracks()[0] as Handles | undefined;
    return track?.getCaptureHandle?.()?.handle === handle;
  };
}

/**
 * A picture by the browser's own sharing, exact to the pixel. Everything is in it before any mask, so that
 * masks are painted over when it shows this tab, wherever they stood meanwhile; of anything else the person is told to look.
 * The tracks are stopped whatever happens.
 *
 * @returns undefined when the person refuses, which is no fault
 * @throws where the browser cannot share after all
 */
export async function exactPicture(page: Document, selectors = ''): Promise<Picture | undefined> {
  let stream: MediaStream;
  const isThisTab = markTab();
  const comeBack = stepAside(page);
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({
      ...thisTab,
      video: true,
      audio: false,
    });
  } catch (fault) {
    comeBack();
    if ((fault as DOMException).name === 'NotAllowedError') return undefined;
    throw fault;
  }
  try {
    const places = new Map<Element, Box[]>();
    const look = () => {
      for (const element of privateElements(page, selectors))
        places.set(element, [
          ...(places.get(element) ?? []),
          ...boxesOf(element, page).map(enlarged),
        ]);
    };
    // a page that moves meanwhile: nobody knows at which instant the picture was taken
    look();
    await painted();
    look();
    const frame = await inTime(frameOf(stream), frameLimitMs);
    look();
    const own = isThisTab(stream);
    const boxes = own ? [...places.values()] : [];
    const { width, height } = own ? { width: innerWidth, height: innerHeight } : sizeOf(frame);
    const scale = own ? pictureScale(width, height, devicePixelRatio) : 1;
    const parts = { width, height, scale, colour: '#ffffff', boxes, drawn: frame };
    const picture = await paintPicture(page, parts);
    if (!own) keepMade(picture.blob, 'unmasked');
    return picture;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    comeBack();
  }
}
