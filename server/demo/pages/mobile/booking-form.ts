import { el } from '#server/demo/pages/kit/el.ts';
import { picker } from '#server/demo/pages/kit/field.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import type { Booking } from './mobile-content.ts';

const words = {
  day: say('День', 'Kun', 'Day'),
  time: say('Время', 'Vaqt', 'Time'),
};

/** Place, day and time; the answer is said on the page. */
export function bookingForm(
  booking: Booking,
  { t }: PageView,
  tell: (text: string) => void,
): HTMLElement {
  const days = booking.days.map((day, index) => choice('day', t(day), { checked: index === 0 }));
  const firstFree = booking.slots.findIndex(({ taken }) => !taken);
  const slots = booking.slots.map(({ time, taken }, index) =>
    choice('time', time, { checked: index === firstFree, disabled: taken }),
  );
  const form = el(
    'form',
    { class: 'card booking' },
    el('h2', {}, t(booking.title)),
    picker(t(booking.what.label), 'what', booking.what.options.map(t)),
    picker(t(booking.where.label), 'where', booking.where.options.map(t)),
    el('fieldset', {}, el('legend', {}, t(words.day)), el('div', { class: 'chips' }, ...days)),
    el('fieldset', {}, el('legend', {}, t(words.time)), el('div', { class: 'chips' }, ...slots)),
    el('button', { class: 'button primary' }, t(booking.action)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = new FormData(form);
    tell(`${t(booking.done)} ${String(asked.get('day'))}, ${String(asked.get('time'))}`);
  });
  return form;
}

const choice = (
  name: string,
  value: string,
  flags: { readonly checked: boolean; readonly disabled?: boolean | undefined },
): HTMLElement =>
  el(
    'label',
    { class: 'chip' },
    el('input', { type: 'radio', name, value, ...flags }),
    el('span', {}, value),
  );
