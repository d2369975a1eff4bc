import { expect, test } from 'vitest';
import { newUuid } from '#widget/ids.ts';

test('ids are UUIDs of version 4, each another one, and every digit of them comes up', () => {
  const ids = Array.from({ length: 200 }, newUuid);

  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(ids.map((id) => id[19])).size).toBe(4);
  expect(new Set(ids.map((id) => id[0])).size).toBe(16);
});
