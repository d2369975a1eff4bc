import { expect, test } from 'vitest';
import { publicUrlOf, readConfig } from '#server/config.ts';

const publicUrl = (PUBLIC_URL: string) => {
  const config = readConfig({ PUBLIC_URL });
  return config.ok ? publicUrlOf(config.value) : config.failure;
};

test.each([
  ['https://support.example', 'https://support.example'],
  ['https://support.example/', 'https://support.example'],
  ['https://Support.Example:443', 'https://support.example'],
  ['http://support.example:8080', 'http://support.example:8080'],
])('PUBLIC_URL %s is read as the origin that browsers send: %s', (given, origin) => {
  expect(publicUrl(given)).toBe(origin);
});

test.each([
  'https://support.example/desk',
  'https://support.example/?a=1',
  'ftp://support.example',
])('PUBLIC_URL %s is refused in a sentence', (given) => {
  expect(publicUrl(given)).toEqual([expect.stringMatching(/^PUBLIC_URL: /)]);
});

test.each([
  ['a demo on its own machine', {}, true],
  ['a demo that others reach', { HOST: '0.0.0.0' }, false],
  ['a server for customers', { DEMO: '0' }, false],
  ['one that says so', { DEMO: '0', TRY_LOOPBACK: '1' }, true],
  ['a demo that says no', { TRY_LOOPBACK: '0' }, false],
])('receivers on this machine may be tried by %s: %o', (_whose, env, allowed) => {
  expect(readConfig(env)).toMatchObject({ ok: true, value: { TRY_LOOPBACK: allowed } });
});
