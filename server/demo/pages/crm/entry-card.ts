import type { Entry, Happening } from '#server/demo/pages/kit/content.ts';
import { el, onPress } from '#server/demo/pages/kit/el.ts';
import { cellText } from '#server/demo/pages/kit/entry-table.ts';
import { happeningList } from '#server/demo/pages/kit/happenings.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from './crm-content.ts';

const words = {
  history: say('История', 'Tarix', 'History'),
};

/** The card beside the table: facts of the chosen entry, its history, and the payment button. */
export function entryCard(content: CrmContent, { t, locale }: PageView, pay: () => void) {
  const happenings = happeningList(content.happenings, t);
  const title = el('h2', {});
  const facts = el('dl', { class: 'facts' });
  const show = (entry: Entry) => {
    title.textContent = cellText(entry.cells[0] ?? '', locale, t);
    facts.replaceChildren(
      ...content.columns.slice(1).map((column, index) => {
        const text = cellText(entry.cells[index + 1] ?? '', locale, t);
        const value =
          column.kind === 'state' ? el('span', { class: `pill ${entry.tone}` }, text) : text;
        return el(
          'div',
          {},
          el('dt', {}, t(column.label)),
          el('dd', { 'data-private': column.private }, value),
        );
      }),
    );
  };
  const [first] = content.entries;
  if (first) show(first);

  const button = el('button', { type: 'button', class: 'button' }, t(content.payment.action));
  return {
    element: el(
      'aside',
      { class: 'card entry-card', 'aria-label': t(content.cardTitle) },
      el('p', { class: 'overline' }, t(content.cardTitle)),
      title,
      facts,
      onPress(button, pay),
      el('h3', {}, t(words.history)),
      happenings.element,
    ),
    show,
    add: (happening: Happening) => happenings.add(happening),
  };
}
