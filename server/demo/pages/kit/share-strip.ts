import type { Share } from './content.ts';
import { el } from './el.ts';
import type { Translate } from './text.ts';

/** One bar split in parts with a legend. Its first part is the flat patch that pictures are judged by. */
export function shareStrip(share: Share, t: Translate): HTMLElement {
  const bar = el('div', { class: 'share-bar', 'aria-hidden': 'true' });
  const legend = el('ul', { class: 'share-legend' });
  share.parts.forEach((part, index) => {
    const piece = el('div', {
      class: `share-part share-${index + 1}`,
      id: index === 0 ? 'reference-patch' : undefined,
    });
    piece.style.flexGrow = String(part.percent);
    bar.append(piece);
    legend.append(
      el(
        'li',
        {},
        el('span', {}, el('i', { class: `share-key share-${index + 1}` }), t(part.label)),
        el('b', {}, t(part.shown)),
      ),
    );
  });
  return el(
    'section',
    { class: 'card share' },
    el('h2', { class: 'share-title' }, t(share.title)),
    bar,
    legend,
  );
}
