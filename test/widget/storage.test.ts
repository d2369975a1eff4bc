import { expect, test } from 'vitest';
import { keyedStorage } from '#widget/storage.ts';
import { fakeStorage } from '#test/support/fake-storage.ts';

test('two widgets of one page keep apart', () => {
  const browser = fakeStorage();
  keyedStorage('one', () => browser).set('device', 'secret');

  expect(keyedStorage('two', () => browser).get('device')).toBeUndefined();
  expect(keyedStorage('one', () => browser).get('device')).toBe('secret');
});

test('a browser that keeps nothing is used as memory, and says so', () => {
  const storage = keyedStorage('sample', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  storage.set('device', 'secret');

  expect(storage.durable).toBe(false);
  expect(storage.get('device')).toBe('secret');
});

test('a full browser turns to memory without losing the text', () => {
  const browser = fakeStorage();
  const storage = keyedStorage('sample', () => browser);
  browser.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  storage.set('device', 'secret');

  expect(storage.durable).toBe(false);
  expect(storage.get('device')).toBe('secret');
});
