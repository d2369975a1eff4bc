import type { Figure } from './content.ts';
import { el } from './el.ts';
import type { Translate } from './text.ts';

/** The numbers a page leads with; a private value is a box that pictures leave out. */
export function figureRow(figures: readonly Figure[], t: Translate): HTMLElement {
  const row = el('dl', { class: 'figures' });
  for (const figure of figures) {
    const value = el(
      'dd',
      {
        class: 'figure-value',
        id: figure.private ? 'private-box' : undefined,
        'data-private': figure.private,
      },
      t(figure.value),
      figure.unit ? el('small', {}, ` ${t(figure.unit)}`) : undefined,
    );
    row.append(
      el(
        'div',
        { class: 'card figure' },
        el('dt', {}, t(figure.label)),
        value,
        el('dd', { class: 'figure-hint' }, t(figure.hint)),
      ),
    );
  }
  return row;
}
