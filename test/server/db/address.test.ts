import { expect, test } from 'vitest';
import { printableAddress, readAddress, withDatabase } from '#server/db/address.ts';

test('an ordinary address is left to the driver', () => {
  const url = 'postgres://u:p@db.example:6432/support?sslmode=require';
  expect(readAddress(url)).toEqual({ url, address: {} });
});

test.each([
  ['postgres://app@localhost/support?host=/run/pg', '/run/pg/.s.PGSQL.5432', 5432],
  ['postgres://app@localhost/support?host=%2Frun%2Fpg&port=6000', '/run/pg/.s.PGSQL.6000', 6000],
  ['postgres:///support?host=/run/pg', '/run/pg/.s.PGSQL.5432', 5432],
])('a socket folder: %s', (url, path, port) => {
  const read = readAddress(url);

  expect(read.address).toEqual({ path, port });
  expect(new URL(read.url).search).toBe('');
});

test.each([
  ['postgres://user:secret@db.example/support', 'db.example:5432'],
  ['postgres://user:secret@db.example:6432/support', 'db.example:6432'],
  ['postgres://user:secret@localhost/x?host=/run/pg', '/run/pg/.s.PGSQL.5432'],
])('what is printed holds no user and no password: %s', (url, printed) => {
  expect(printableAddress(url)).toBe(printed);
});

test('another database of the same server', () => {
  const url = 'postgres://app@localhost/postgres?host=/run/pg&port=1';
  expect(withDatabase(url, 'other')).toBe('postgres://app@localhost/other?host=/run/pg&port=1');
});
