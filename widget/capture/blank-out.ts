import type { CaptureContext, SnapdomPlugin } from '@zumer/snapdom';
import { shownIn } from '#widget/capture/mask-boxes.ts';
import { isElement, isPrivate, parentOf, type Maskable } from '#widget/capture/mask.ts';

const svgSpace = 'http://www.w3.org/2000/svg';
const controls = ['input', 'textarea', 'select', 'button'];
const replaced = ['img', 'canvas', 'video', 'iframe', 'object', 'embed', 'svg', 'audio'];

/** What places a box and gives it its size; nothing here can hold a word or a picture. */
const layout = [
  'display position float clear box-sizing width height vertical-align order',
  'top right bottom left z-index transform transform-origin align-self justify-self',
  'margin-top margin-right margin-bottom margin-left flex font line-height',
  'padding-top padding-right padding-bottom padding-left',
  'border-top-width border-right-width border-bottom-width border-left-width',
  'grid-row-start grid-row-end grid-column-start grid-column-end',
].flatMap((names) => names.split(' '));

const set = (copy: HTMLElement, name: string, value: string) =>
  copy.style.setProperty(name, value, 'important');

/** Words in a line leave a gap a line: as wide as they are, so that what follows does not move. */
function gapsOf(words: Element | Range, ownerDocument: Document): DocumentFragment {
  const gaps = ownerDocument.createDocumentFragment();
  for (const { width } of words.getClientRects()) {
    const gap = ownerDocument.createElement('span');
    set(gap, 'display', 'inline-block');
    set(gap, 'width', `${width}px`);
    gaps.append(gap);
  }
  return gaps;
}

/** An empty box of the same place and size. */
function boxLike(element: Element, style: CSSStyleDeclaration): HTMLElement {
  const { localName, ownerDocument } = element;
  const isReplaced = replaced.includes(localName);
  const keepsTag = controls.includes(localName) || /^(td|th|tr|li)$/.test(localName);
  const box = ownerDocument.createElement(keepsTag ? localName : isReplaced ? 'span' : 'div');
  for (const name of layout) set(box, name, style.getPropertyValue(name));
  for (const [name, value] of [
    ['visibility', 'hidden'],
    ['border-style', 'solid'],
    ['overflow', 'hidden'],
    ['list-style', 'none'],
  ] as const)
    set(box, name, value);
  if (isReplaced && style.display === 'inline') set(box, 'display', 'inline-block');
  return box;
}

/**
 * Stands in for a private element in the copy that is drawn. A fragment, because the renderer reads styles,
 * pseudo-elements and background pictures of the original into an element that it is given.
 */
function standIn(element: Element): DocumentFragment {
  const { localName, ownerDocument, namespaceURI } = element;
  const style = getComputedStyle(element);
  const inLine = style.display === 'inline' && ![...controls, ...replaced].includes(localName);
  if (inLine && namespaceURI !== svgSpace) return gapsOf(element, ownerDocument);
  const fragment = ownerDocument.createDocumentFragment();
  if (style.display === 'contents') {
    fragment.append(...shownIn(element).map((node) => standInFor(node, ownerDocument)));
    return fragment;
  }
  if (namespaceURI !== svgSpace || localName === 'svg') fragment.append(boxLike(element, style));
  return fragment;
}

/** The same for whatever stands in an element that has no box of its own. */
function standInFor(node: Node, page: Document): DocumentFragment {
  if (isElement(node)) return standIn(node);
  const words = page.createRange();
  words.selectNodeContents(node);
  return gapsOf(words, page);
}

/** What the renderer fetches from the page by itself because a drawing refers to it: by name, and past us. */
const fetched = '.inline-defs-container [id]';

/** Takes out of the copy what was fetched although it is private, stands in something private or holds it. */
function dropFetched({ clone }: CaptureContext, isHidden: (element: Element) => boolean): void {
  for (const copy of clone?.querySelectorAll(fetched) ?? []) {
    const original = copy.ownerDocument.getElementById(copy.id);
    for (let outer: Element | null = original; outer; outer = parentOf(outer))
      if (isHidden(outer)) copy.remove();
    if ([...(original?.querySelectorAll('*') ?? [])].some(isHidden)) copy.remove();
  }
}

/**
 * Keeps the place of private elements in the copy that is drawn, and nothing of what they show: their
 * content, values, pictures, pseudo-elements and attributes are never read.
 */
export function blankOut(selectors: string): SnapdomPlugin {
  const isHidden = (element: Element) => isPrivate(element as Element & Maskable, selectors);
  return {
    name: 'blank-out',
    resolveNode: (node) => (isHidden(node) ? standIn(node) : undefined),
    afterClone: (context) => dropFetched(context, isHidden),
  };
}
