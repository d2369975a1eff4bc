import { el, onPress } from '#server/demo/pages/kit/el.ts';
import { icon } from '#server/demo/pages/kit/icons.ts';
import { paymentDialog } from '#server/demo/pages/kit/payment-dialog.ts';
import { shareStrip } from '#server/demo/pages/kit/share-strip.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import { bookingForm } from './booking-form.ts';
import { itemList } from './item-list.ts';
import type { MobileContent } from './mobile-content.ts';
import { mobileHeader } from './mobile-header.ts';
import { nextCard } from './next-card.ts';

const words = {
  quick: say('Быстрые действия', 'Tezkor amallar', 'Quick actions'),
};

/** A vendor's mobile page: one column on a phone, three on a desk. */
export function mobilePage(content: MobileContent, view: PageView) {
  const { t } = view;
  const said = el('p', { class: 'said', role: 'status' });
  const tell = (text: string) => {
    said.textContent = text;
  };
  const payment = paymentDialog(content.payment, t, tell);
  const list = itemList(content, view);
  const booking = bookingForm(content.booking, view, tell);
  const leads = {
    pay: () => payment.open(),
    list: () => list.scrollIntoView({ block: 'start' }),
    book: () => booking.querySelector('select')?.focus(),
  };
  const actions = content.actions.map(({ to, icon: name, label }) =>
    onPress(
      el('button', { type: 'button', class: 'quick' }, icon(name), el('span', {}, t(label))),
      leads[to],
    ),
  );

  const parts = [
    mobileHeader(content, view),
    el(
      'main',
      { class: 'mobile-main' },
      el(
        'div',
        { class: 'mobile-column' },
        nextCard(content, view, () => payment.open()),
        said,
        shareStrip(content.share, t),
        el('section', { class: 'quick-row', 'aria-label': t(words.quick) }, ...actions),
      ),
      el('div', { class: 'mobile-column' }, list),
      el('div', { class: 'mobile-column' }, booking),
    ),
    payment.dialog,
  ];
  return { title: `${t(content.listTitle)} · ${content.product}`, parts };
}
