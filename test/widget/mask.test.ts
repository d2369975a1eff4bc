import { expect, test } from 'vitest';
import { isPrivate, visiblePart, type Maskable } from '#widget/capture/mask.ts';

const element = (
  localName: string,
  part: Partial<Maskable> = {},
  marks: string[] = [],
): Maskable => ({
  localName,
  ...part,
  hasAttribute: (name) => marks.includes(name),
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
  ['a plain name', element('input', { type: 'text', name: 'pupil' }), false],
  ['a word that only holds the letters', element('input', { name: 'discard' }), false],
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
