import { createCipheriv, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSecretBox, sealPlace } from '#server/secret-box.ts';

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const place = sealPlace('modme', 'access_grants', 'acc_1', 'sealed');

test('what is sealed opens at its place alone', () => {
  const box = createSecretBox(first);
  const sealed = box.seal('пароль-4711', place);

  expect(box.open(sealed, place)).toBe('пароль-4711');
  expect(sealed).not.toContain('4711');
  for (const other of [
    sealPlace('didox24', 'access_grants', 'acc_1', 'sealed'),
    sealPlace('modme', 'identity_keys', 'acc_1', 'sealed'),
    sealPlace('modme', 'access_grants', 'acc_2', 'sealed'),
    sealPlace('modme', 'access_grants', 'acc_1', 'scope'),
  ]) {
    expect(() => box.open(sealed, other)).toThrow('no key opens');
  }
});

test('the same secret is never sealed to the same text', () => {
  const box = createSecretBox(first);

  expect(box.seal('a', place)).not.toBe(box.seal('a', place));
});

test.each([
  [
    'a changed letter',
    (sealed: string) => `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`,
  ],
  ['a cut text', (sealed: string) => sealed.slice(0, 30)],
  ['nothing', () => ''],
  ['a key id alone', (sealed: string) => sealed.slice(0, 9)],
  ['another key id', (sealed: string) => `00000000${sealed.slice(8)}`],
])('%s does not open', (_case, change) => {
  const box = createSecretBox(first);

  expect(() => box.open(change(box.seal('secret', place)), place)).toThrow('no key opens');
});

test('a former key opens what it sealed, and what it sealed is stale', () => {
  const sealed = createSecretBox(first).seal('secret', place);
  const box = createSecretBox(second, [first]);

  expect(box.open(sealed, place)).toBe('secret');
  expect(box.isStale(sealed)).toBe(true);
  expect(box.isStale(box.seal('secret', place))).toBe(false);
  expect(() => createSecretBox(second).open(sealed, place)).toThrow('no key opens');
});

test('what was sealed before keys had ids opens with any key that is known', () => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update('secret'), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  const box = createSecretBox(second, [first]);

  expect(box.open(sealed, place)).toBe('secret');
  expect(box.isStale(sealed)).toBe(true);
  expect(createSecretBox(first).isStale(sealed)).toBe(true);
});

test('a fingerprint tells texts apart and cannot be made without the key', () => {
  const box = createSecretBox(first);

  expect(box.fingerprint('a')).toBe(createSecretBox(first).fingerprint('a'));
  expect(box.fingerprint('a')).not.toBe(box.fingerprint('b'));
  expect(box.fingerprint('a')).not.toBe(createSecretBox(second).fingerprint('a'));
});
