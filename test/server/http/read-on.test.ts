import { expect, test } from 'vitest';
import { readOn } from '#server/http/read-on.ts';

/** Numbers in order of which only some are shown. */
function numbers(until: number, shown: (one: number) => boolean) {
  let reads = 0;
  return {
    get reads() {
      return reads;
    },
    page: (after: number | undefined, limit: number, batch?: number) =>
      readOn<number, number, number>(
        { after, limit },
        async (from, count) => {
          reads += 1;
          const first = (from ?? 0) + 1;
          const rows = Math.max(0, Math.min(count, until - first + 1));
          return Array.from({ length: rows }, (_, at) => first + at);
        },
        (one) => one,
        (one) => (shown(one) ? one : undefined),
        batch,
      ),
  };
}

test('a page is full although most rows are no part of the list', async () => {
  const list = numbers(100, (one) => one % 10 === 0);

  expect(await list.page(undefined, 3)).toEqual({ rows: [10, 20, 30], next: 30 });
  expect(await list.page(30, 3)).toEqual({ rows: [40, 50, 60], next: 60 });
});

test('the last page says that it is the last, also where it is full', async () => {
  expect(await numbers(100, (one) => one % 10 === 0).page(70, 3)).toEqual({
    rows: [80, 90, 100],
    next: null,
  });
  expect(await numbers(0, () => true).page(undefined, 3)).toEqual({ rows: [], next: null });
});

test('a request reads so much and no more; the next one goes on where it ended', async () => {
  const list = numbers(1000, (one) => one === 999);
  const first = await list.page(undefined, 2, 10);

  expect(first).toEqual({ rows: [], next: 200 });
  expect(list.reads).toBe(20);
  expect(await list.page(980, 2, 10)).toEqual({ rows: [999], next: null });
});
