import type { Tab } from './content.ts';
import { el, onPress } from './el.ts';
import type { Translate } from './text.ts';

/** Tab that shows everything. */
export const allTab = 'all';

/** A row of filter buttons; the pressed one is known to assistive technology. */
export function tabRow(
  label: string,
  tabs: readonly Tab[],
  counts: (tabId: string) => number,
  t: Translate,
  choose: (tabId: string) => void,
): HTMLElement {
  const buttons = tabs.map(({ id, label: name }, index) =>
    onPress(
      el(
        'button',
        { type: 'button', class: 'tab', 'aria-pressed': index === 0 ? 'true' : 'false' },
        t(name),
        el('span', { class: 'tab-count' }, String(counts(id))),
      ),
      () => {
        buttons.forEach((button, at) => button.setAttribute('aria-pressed', String(at === index)));
        choose(id);
      },
    ),
  );
  return el('div', { class: 'tabs', role: 'group', 'aria-label': label }, ...buttons);
}
