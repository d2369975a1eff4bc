import { expect, test } from 'vitest';
import { cleanContext } from '#server/features/tickets/clean-context.ts';

test.each([
  ['a query and a fragment', 'https://crm.example/a?token=1#b', 'https://crm.example/a'],
  ['a user and password', 'https://user:secret@crm.example/a', 'https://crm.example/a'],
  ['a script', 'javascript:alert(1)', undefined],
  ['data', 'data:text/html,x', undefined],
  ['no address', 'crm', undefined],
])('the server keeps no more of a page than its address: %s', (_case, page, kept) => {
  expect(cleanContext({ page, referrer: page }, [])).toEqual(
    kept ? { page: kept, referrer: kept } : {},
  );
});

test.each([
  ['Asia/Tashkent', 'Asia/Tashkent'],
  ['Mars/Olympus', undefined],
])('a zone is kept only if it exists: %s', (timezone, kept) => {
  expect(cleanContext({ timezone }, []).timezone).toBe(kept);
});

test('of what was recorded there stays what the vendor lets be, and nothing secret of that', () => {
  const at = '2026-11-22T13:20:00.000Z';
  const recorded = {
    console: [{ at, level: 'error', text: 'no such client: anna@pochta.example' }],
    failedRequests: [{ at, method: 'GET', path: '/api', status: 500, durationMs: 3 }],
    trail: [{ at, act: 'press', role: 'button', name: 'Сохранить' }],
  } as const;
  const sent = {
    console: [...recorded.console],
    failedRequests: [...recorded.failedRequests],
    trail: [...recorded.trail],
  };

  expect(cleanContext(sent, [])).toEqual({});
  expect(cleanContext(sent, ['console', 'clicks'])).toEqual({
    console: [{ at, level: 'error', text: 'no such client: [mail]' }],
    trail: recorded.trail,
  });
});
