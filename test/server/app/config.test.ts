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
