import { expect, test } from 'vitest';
import { bridgeLink } from '#server/policy/widget/bridge-link.ts';
import { bridgeToMail, policyWith } from '#test/support/pack-variants.ts';

const { pack } = policyWith(bridgeToMail);

test('the link carries number and code inside the message, escaped', () => {
  const link = bridgeLink(pack, 'mail', { locale: 'ru', number: 'MDO-7', code: 'Q7K2' });
  const url = new URL(link.href);

  expect(link.address).toBe('support@пример.example');
  expect(url.pathname).toBe('support@xn--e1afmkfd.example');
  expect(url.searchParams.get('subject')).toBe('Обращение MDO-7');
  expect(url.searchParams.get('body')).toBe('Код Q7K2 & №');
});

test('it speaks the language of the requester', () => {
  const { href } = bridgeLink(pack, 'mail', { locale: 'en', number: 'MDO-7', code: 'Q7K2' });

  expect(decodeURIComponent(href)).toContain('subject=Request MDO-7');
});

test('a channel without a bridge is a fault of the caller', () => {
  const words = { locale: 'ru', number: '1', code: '2' } as const;

  expect(() => bridgeLink(pack, 'phone', words)).toThrow(RangeError);
});
