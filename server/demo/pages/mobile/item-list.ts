import { el } from '#server/demo/pages/kit/el.ts';
import { icon } from '#server/demo/pages/kit/icons.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { allTab, tabRow } from '#server/demo/pages/kit/tabs.ts';
import type { MobileContent, MobileItem } from './mobile-content.ts';

/** A list with tabs; each line opens to say more. */
export function itemList(content: MobileContent, { t }: PageView): HTMLElement {
  const lines = content.items.map((item, index) => ({
    item,
    line: itemLine(item, index === 0, t),
  }));
  const under = (tab: string) => (item: MobileItem) => tab === allTab || item.tab === tab;
  const tabs = tabRow(
    t(content.listTitle),
    content.tabs,
    (tab) => content.items.filter(under(tab)).length,
    t,
    (tab) => {
      for (const { item, line } of lines) line.hidden = !under(tab)(item);
    },
  );
  return el(
    'section',
    { class: 'card items' },
    el('h2', {}, t(content.listTitle)),
    tabs,
    ...lines.map(({ line }) => line),
  );
}

function itemLine(item: MobileItem, open: boolean, t: PageView['t']): HTMLDetailsElement {
  return el(
    'details',
    { class: 'item', open },
    el(
      'summary',
      {},
      el('span', { class: 'item-icon' }, icon(item.icon)),
      el('span', { class: 'item-text' }, el('b', {}, t(item.title)), el('small', {}, t(item.note))),
      el('span', { class: `pill ${item.tone}` }, t(item.state)),
    ),
    el('p', {}, t(item.more)),
  );
}
