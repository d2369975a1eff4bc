import { expect, test } from 'vitest';
import { isPrivate, type Maskable } from '#widget/capture/mask.ts';
import { sharedPart, visiblePart } from '#widget/capture/mask-boxes.ts';

const element = (
  localName: string,
  part: Partial<Maskable> = {},
  marks: string[] = [],
): Maskable => ({
  localName,
  ...part,
  hasAttribute: (name) => marks.includes(name),
  matches(selectors) {
    if (selectors.includes('[[')) throw new SyntaxError('not a selector');
    return selectors.split(', ').includes(localName);
  },
});

test.each([
  ['a password', element('input', { type: 'password' }), true],
  ['what the developer marked', element('div', {}, ['data-private']), true],
  ['a card number by autocomplete', element('input', { autocomplete: 'cc-number' }), true],
  ['a one-time code', element('input', { autocomplete: 'one-time-code' }), true],
  [
    'a shown password by autocomplete',
    element('input', { type: 'text', autocomplete: 'current-password' }),
    true,
  ],
  ['a card number by name', element('input', { name: 'card_number' }), true],
  ['a security code by id', element('input', { id: 'payment-cvv' }), true],
  ['a select of the card', element('select', { name: 'cc-month' }), true],
  ['a one-time code by name', element('input', { name: 'sms_code' }), true],
  ['a one-time code by id', element('input', { id: 'otp-1' }), true],
  ['a shown password by name', element('input', { type: 'text', name: 'userPassword' }), true],
  ['a shown password by id', element('input', { type: 'text', id: 'login[pass]' }), true],
  ['a shown password in Uzbek', element('input', { type: 'text', name: 'parol2' }), true],
  ['a key of a service by name', element('input', { name: 'api_key' }), true],
  ['a token by id', element('textarea', { id: 'bot-token' }), true],
  ['a word that only holds secret', element('input', { name: 'secretary' }), false],
  ['a word that only holds pass', element('input', { name: 'passport_given' }), false],
  ['a card by its placeholder', element('input', { placeholder: 'Номер карты' }), true],
  ['a code of an SMS by its label', element('input', { ariaLabel: 'Код из СМС' }), true],
  ['a shown password in Uzbek letters', element('input', { ariaLabel: 'Парол' }), true],
  ['a card by its label', element('input', { labels: [{ textContent: ' Номер карты ' }] }), true],
  [
    'a box to tick beside a password',
    element('input', { type: 'checkbox', labels: [{ textContent: 'Показать пароль' }] }),
    false,
  ],
  ['who gets a copy of a letter', element('input', { ariaLabel: 'Cc' }), false],
  ['a search for cards of clients', element('input', { placeholder: 'Карточка клиента' }), false],
  ['a plain name', element('input', { type: 'text', name: 'pupil' }), false],
  ['a word that only holds the letters', element('input', { name: 'discard' }), false],
  ['a word that only holds otp', element('input', { name: 'hotplate' }), false],
  ['a company field', element('input', { name: 'company' }), false],
  ['a block called card', element('div', { id: 'card' }), false],
])('%s', (_case, one, hidden) => {
  expect(isPrivate(one)).toBe(hidden);
});

test.each([
  ['inside', { x: 10, y: 20, width: 30, height: 40 }, { x: 10, y: 20, width: 30, height: 40 }],
  [
    'fractions grow outwards',
    { x: 9.6, y: 20.2, width: 30, height: 40 },
    { x: 9, y: 20, width: 31, height: 41 },
  ],
  [
    'cut at the edges',
    { x: -5, y: 90, width: 20, height: 40 },
    { x: 0, y: 90, width: 15, height: 10 },
  ],
  ['scrolled away', { x: 0, y: 100, width: 20, height: 40 }, undefined],
  ['without size', { x: 5, y: 5, width: 0, height: 0 }, undefined],
])('the visible part of a box: %s', (_case, box, part) => {
  expect(visiblePart(box, 100, 100)).toEqual(part);
});

test.each([
  ['names it', 'aside, output', true],
  ['names others', 'aside', false],
  ['cannot be read by the browser', 'output[[', false],
  ['is empty', '', false],
])("a vendor's own list that %s", (_case, selectors, hidden) => {
  expect(isPrivate(element('output'), selectors)).toBe(hidden);
});

test.each([
  ['overlap', { x: 5, y: 5, width: 10, height: 10 }, { x: 5, y: 5, width: 5, height: 5 }],
  ['lie apart', { x: 30, y: 0, width: 10, height: 10 }, { x: 30, y: 0, width: 0, height: 10 }],
])('what two boxes share where they %s', (_case, other, shared) => {
  expect(sharedPart({ x: 0, y: 0, width: 10, height: 10 }, other)).toEqual(shared);
});
