import { el, onPress, type Child } from '#server/demo/pages/kit/el.ts';
import { entryTable } from '#server/demo/pages/kit/entry-table.ts';
import { figureRow } from '#server/demo/pages/kit/figures.ts';
import { icon } from '#server/demo/pages/kit/icons.ts';
import { paymentDialog } from '#server/demo/pages/kit/payment-dialog.ts';
import { shareStrip } from '#server/demo/pages/kit/share-strip.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { allTab, tabRow } from '#server/demo/pages/kit/tabs.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from './crm-content.ts';
import { crmSidebar, crmTopbar } from './crm-frame.ts';
import { entryCard } from './entry-card.ts';

const words = {
  filters: say('Отбор', 'Saralash', 'Filters'),
  now: say('сейчас', 'hozir', 'now'),
};

/** A vendor's CRM: menu, the day's numbers, a table, and the card of the chosen row. */
export function crmPage(content: CrmContent, view: PageView) {
  const { t, locale } = view;
  const card = entryCard(content, view, () => payment.open());
  const payment = paymentDialog(content.payment, t, (what) => card.add({ when: words.now, what }));
  const table = entryTable({
    label: t(content.heading),
    columns: content.columns,
    entries: content.entries,
    locale,
    t,
    select: card.show,
  });

  let tab = allTab;
  let sought = '';
  const refilter = () =>
    table.filter((entry) => {
      const text = entry.cells.map((cell) => (typeof cell === 'number' ? cell : t(cell))).join(' ');
      return (tab === allTab || entry.tab === tab) && text.toLowerCase().includes(sought);
    });
  const count = (id: string) =>
    content.entries.filter((entry) => id === allTab || entry.tab === id).length;
  const tabs = tabRow(t(words.filters), content.tabs, count, t, (chosen) => {
    tab = chosen;
    refilter();
  });
  const topbar = crmTopbar(content, view, (text) => {
    sought = text.trim().toLowerCase();
    refilter();
  });

  const pay = el('button', { type: 'button', class: 'button primary' }, icon('plus'));
  pay.append(t(content.payment.action));
  const parts: Child[] = [
    el(
      'div',
      { class: 'crm' },
      crmSidebar(content, view),
      el(
        'div',
        { class: 'crm-body' },
        topbar,
        el(
          'main',
          { class: 'crm-main' },
          el(
            'header',
            { class: 'crm-heading' },
            el('div', {}, el('h1', {}, t(content.heading)), el('p', {}, t(content.subheading))),
            onPress(pay, () => payment.open()),
          ),
          figureRow(content.figures, t),
          shareStrip(content.share, t),
          el(
            'div',
            { class: 'crm-filters' },
            tabs,
            ...content.filters.map((options) => filterPicker(options.map(t))),
          ),
          el('div', { class: 'crm-columns' }, table.element, card.element),
        ),
      ),
    ),
    payment.dialog,
  ];
  return { title: `${t(content.heading)} · ${content.product}`, parts };
}

const filterPicker = (options: readonly string[]): HTMLElement =>
  el(
    'select',
    { class: 'filter', 'aria-label': options[0] },
    ...options.map((option) => el('option', {}, option)),
  );
