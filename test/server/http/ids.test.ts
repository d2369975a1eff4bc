import { expect, test } from 'vitest';
import { createIds, systemIds } from '#server/ids.ts';

test('ids of a running process differ, however many are drawn', () => {
  const ids = Array.from({ length: 5000 }, () => systemIds.next('tck'));
  const secrets = Array.from({ length: 500 }, () => systemIds.secret());

  expect(new Set(ids).size).toBe(5000);
  expect(new Set(secrets).size).toBe(500);
  expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
});

test('ids sort by time', () => {
  let at = Date.parse('2026-11-20T08:00:00Z');
  const ids = createIds(
    () => (at += 1),
    (size) => new Uint8Array(size),
  );
  const drawn = Array.from({ length: 50 }, () => ids.next('msg'));

  expect(drawn.toSorted()).toEqual(drawn);
});

test('a code has no letters that look alike', () => {
  const codes = Array.from({ length: 500 }, () => systemIds.code());

  expect(codes.every((code) => /^[2-9A-HJKMNP-Z]{8}$/.test(code))).toBe(true);
});
