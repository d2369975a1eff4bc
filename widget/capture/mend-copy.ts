import type { CaptureContext, SnapdomPlugin } from '@zumer/snapdom';
import { makeWellFormed } from '#widget/capture/well-formed.ts';

const nothing = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** The browser draws a field's own inset edge as a thin line while nobody styles it; a copy is styled. */
function thinEdge(copy: HTMLElement, original: Element) {
  const { borderTopStyle, paddingTop, paddingLeft } = getComputedStyle(original);
  if (borderTopStyle !== 'inset') return;
  const inner = (padding: string) => `${parseFloat(padding) + 1}px`;
  copy.style.setProperty('border', '1px solid #767676', 'important');
  copy.style.setProperty('padding-block', inner(paddingTop), 'important');
  copy.style.setProperty('padding-inline', inner(paddingLeft), 'important');
}

/** Puts right what the renderer's copy is known to show otherwise than the page. */
export const mendCopy: SnapdomPlugin = {
  name: 'mend-copy',
  afterClone({ nodeMap, clone }: CaptureContext) {
    for (const [copy, original] of nodeMap as Map<HTMLElement, Element>) {
      // dots instead of letters are a style that the renderer leaves out
      const dots = getComputedStyle(original).getPropertyValue('-webkit-text-security');
      if (dots && dots !== 'none')
        copy.style.setProperty('-webkit-text-security', dots, 'important');
      // nobody sees it yet, and the renderer would wait for it
      if (original.localName === 'img' && !(original as HTMLImageElement).complete) {
        copy.removeAttribute('srcset');
        copy.setAttribute('src', nothing);
      }
      if (original.localName === 'input') thinEdge(copy, original);
      // one that stands in a line is copied without its width, and the renderer gives none to buttons
      if (original.localName === 'button' && getComputedStyle(original).display === 'inline')
        copy.style.setProperty('width', 'auto', 'important');
      // the height that a browser gives for a table holds its caption, which would stretch the rows
      if (original.localName === 'table' && (original as HTMLTableElement).caption)
        copy.style.setProperty('height', 'auto', 'important');
    }
    if (clone) makeWellFormed(clone);
  },
};
