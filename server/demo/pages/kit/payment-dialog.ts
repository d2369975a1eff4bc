import type { Payment } from './content.ts';
import { el, onPress } from './el.ts';
import { field } from './field.ts';
import { say, type Translate } from './text.ts';

const words = {
  amount: say('Сумма', 'Summa', 'Amount'),
  card: say('Номер карты', 'Karta raqami', 'Card number'),
  expiry: say('Срок', 'Muddati', 'Expires'),
  code: say('Код', 'Kod', 'Code'),
  cancel: say('Отменить', 'Bekor qilish', 'Cancel'),
  pay: say('Провести оплату', 'Toʻlovni oʻtkazish', 'Take payment'),
  sample: say(
    'Карта и суммы вымышлены, деньги не списываются.',
    'Karta va summalar oʻylab topilgan, pul yechilmaydi.',
    'The card and the sums are invented, no money moves.',
  ),
};

/** The product's own modal dialog, with a bank card and a password as such dialogs have. */
export function paymentDialog(payment: Payment, t: Translate, paid: (shown: string) => void) {
  const amount = field(`${t(words.amount)}, ${t(payment.currency)}`, {
    name: 'amount',
    inputmode: 'numeric',
    autocomplete: 'off',
    value: payment.amount,
    required: true,
  });
  const form = el(
    'form',
    { method: 'dialog', class: 'payment' },
    el('h2', {}, t(payment.title)),
    el('p', { class: 'payment-purpose' }, t(payment.purpose)),
    amount,
    field(t(words.card), {
      name: 'card',
      inputmode: 'numeric',
      autocomplete: 'cc-number',
      value: payment.card,
      'data-private': true,
      required: true,
    }),
    el(
      'div',
      { class: 'field-pair' },
      field(t(words.expiry), { name: 'expiry', autocomplete: 'cc-exp', value: '12/30' }),
      field(t(words.code), {
        name: 'code',
        type: 'password',
        autocomplete: 'cc-csc',
        maxlength: '3',
      }),
    ),
    field(t(payment.secret), {
      name: 'secret',
      type: 'password',
      autocomplete: 'current-password',
      value: 'namuna-demo',
    }),
    el('p', { class: 'payment-note' }, t(words.sample)),
  );
  const dialog = el('dialog', { class: 'payment-dialog', 'aria-label': t(payment.title) }, form);
  const cancel = el('button', { type: 'button', class: 'button' }, t(words.cancel));
  form.append(
    el(
      'div',
      { class: 'payment-buttons' },
      onPress(cancel, () => dialog.close()),
      el('button', { type: 'submit', class: 'button primary', value: 'paid' }, t(words.pay)),
    ),
  );
  form.addEventListener('submit', () => {
    const shown = new FormData(form).get('amount');
    paid(`${t(payment.paid)}: ${String(shown)} ${t(payment.currency)}`);
  });
  return { dialog, open: () => dialog.showModal() };
}
