import { isElement, parentOf } from '#widget/capture/mask.ts';

/** A box of the viewport in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a box that lies inside the viewport, on whole pixels; undefined when none does. */
export function visiblePart(box: Box, width: number, height: number): Box | undefined {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined;
}

/** What two boxes share; its size is never below nothing. */
export function sharedPart(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y),
  };
}

const styleOf = (element: Element) => getComputedStyle(element);

/** Whether an element cuts off what sticks out of it; one without a box of its own cuts nothing. */
const cuts = ({ overflow, display }: CSSStyleDeclaration) =>
  overflow !== 'visible' && display !== 'contents' && display !== 'inline';

/** Cuts a box to what the scrolled and clipping ancestors of its element let through. */
function throughAncestors(element: Element, box: Box): Box {
  let { position } = styleOf(element);
  let seen = box;
  for (let outer = parentOf(element); outer && position !== 'fixed'; outer = parentOf(outer)) {
    const style = styleOf(outer);
    const holds =
      position !== 'absolute' || style.position !== 'static' || style.transform !== 'none';
    if (!holds) continue;
    const isPage = outer === outer.ownerDocument.documentElement || outer.localName === 'body';
    if (cuts(style) && !isPage) seen = sharedPart(seen, outer.getBoundingClientRect());
    ({ position } = style);
  }
  return seen;
}

/** The same place seen from the page that holds the frame, as often as frames stand in frames. */
function outOfFrames(element: Element, box: Box, top: Document): Box {
  const { ownerDocument } = element;
  const frame = ownerDocument === top ? null : ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const edge = frame.getBoundingClientRect();
  const wide = edge.width / ((frame as HTMLElement).offsetWidth || 1);
  const high = edge.height / ((frame as HTMLElement).offsetHeight || 1);
  const place = {
    x: edge.x + (frame.clientLeft + box.x) * wide,
    y: edge.y + (frame.clientTop + box.y) * high,
    width: box.width * wide,
    height: box.height * high,
  };
  return outOfFrames(frame, throughAncestors(frame, sharedPart(place, edge)), top);
}

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** What is shown in an element: its shadow tree instead of its children, in a slot what was put there. */
export function shownIn(element: Element): readonly Node[] {
  const slotted = (element as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
  return slotted.length > 0 ? slotted : [...(element.shadowRoot ?? element).childNodes];
}

const partsOf = (element: Element): Element[] => [
  element,
  ...shownIn(element).filter(isElement).flatMap(partsOf),
];

/** Where the words stand that are an element's own: they may stick out of its box, or it has none. */
function wordsOf(element: Element): Box[] {
  const range = element.ownerDocument.createRange();
  const words = shownIn(element).flatMap((node) => {
    if (node.nodeType !== 3) return [];
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
  if (words.length === 0 || !cuts(styleOf(element))) return words;
  const edge = element.getBoundingClientRect();
  return words.map((box) => sharedPart(box, edge));
}

/**
 * Boxes of the viewport that cover a private element and whatever of it sticks out of its own box.
 * Nothing stands for what is scrolled away.
 */
export function boxesOf(element: Element, top: Document): Box[] {
  const own = element.getBoundingClientRect();
  const { innerWidth, innerHeight } = top.defaultView ?? window;
  const cover = (part: Element, whole: Box): Box[] => {
    const seen = throughAncestors(part, whole);
    const box = visiblePart(outOfFrames(part, seen, top), innerWidth, innerHeight);
    return box && seen.width > 0 && seen.height > 0 ? [box] : [];
  };
  const inner = partsOf(element).flatMap((part) =>
    [part.getBoundingClientRect(), ...wordsOf(part)]
      .filter((box) => !within(box, own))
      .flatMap((box) => cover(part, box)),
  );
  return [...cover(element, own), ...inner];
}
