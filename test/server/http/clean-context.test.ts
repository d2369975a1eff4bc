import { expect, test } from 'vitest';
import { cleanContext } from '#server/features/tickets/clean-context.ts';

test.each([
  ['a query and a fragment', 'https://crm.example/a?token=1#b', 'https://crm.example/a'],
  ['a user and password', 'https://user:secret@crm.example/a', 'https://crm.example/a'],
  ['a script', 'javascript:alert(1)', undefined],
  ['data', 'data:text/html,x', undefined],
  ['no address', 'crm', undefined],
])('the server keeps no more of a page than its address: %s', (_case, page, kept) => {
  expect(cleanContext({ page, referrer: page })).toEqual(
    kept ? { page: kept, referrer: kept } : {},
  );
});

test.each([
  ['Asia/Tashkent', 'Asia/Tashkent'],
  ['Mars/Olympus', undefined],
])('a zone is kept only if it exists: %s', (timezone, kept) => {
  expect(cleanContext({ timezone }).timezone).toBe(kept);
});
