import { el, onPress } from '#server/demo/pages/kit/el.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import type { MobileContent } from './mobile-content.ts';

/** What comes next for the person, with one private fact. */
export function nextCard({ next }: MobileContent, { t }: PageView, act: () => void): HTMLElement {
  const facts = next.facts.map((fact) =>
    el(
      'div',
      {},
      el('dt', {}, t(fact.label)),
      el(
        'dd',
        { id: fact.private ? 'private-box' : undefined, 'data-private': fact.private },
        t(fact.value),
      ),
    ),
  );
  const button = el('button', { type: 'button', class: 'button' }, t(next.action));
  return el(
    'section',
    { class: 'card next' },
    el('p', { class: 'overline' }, t(next.overline)),
    el(
      'div',
      { class: 'next-title' },
      el('h1', {}, t(next.title)),
      el('b', { class: 'badge' }, t(next.badge)),
    ),
    el('dl', { class: 'facts' }, ...facts),
    onPress(button, act),
  );
}
