import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { succeed, type Result } from '#shared/result.ts';

type LoadPage = (after?: string) => Promise<Result<DeskQueue>>;
type ListedRows = Pick<DeskQueue, 'next'> & { readonly rows: readonly Pick<QueueRow, 'id'>[] };

/**
 * One view of a queue from its beginning, in pages, as one list.
 *
 * @param atLeast rows that are wanted, as far as there are so many
 */
export async function loadPages(loadPage: LoadPage, atLeast: number): Promise<Result<DeskQueue>> {
  let queue = await loadPage();
  while (queue.ok && queue.value.next !== null && queue.value.rows.length < atLeast) {
    const page = await loadPage(queue.value.next);
    queue = page.ok ? succeed(joined(queue.value, page.value)) : page;
  }
  return queue;
}

/** A ticket that moved down between two answers stands where it was seen first. */
function joined(before: DeskQueue, page: DeskQueue): DeskQueue {
  const known = new Set(before.rows.map(({ id }) => id));
  return { ...page, rows: [...before.rows, ...page.rows.filter(({ id }) => !known.has(id))] };
}

/**
 * Tickets that were not there a poll ago, for the announcement of new arrivals. Behind the last one that
 * was shown stand those that were there before and only came into sight.
 */
export function arrivals(before: ListedRows, after: ListedRows): number {
  const known = new Set(before.rows.map(({ id }) => id));
  const isKnown = ({ id }: Pick<QueueRow, 'id'>) => known.has(id);
  const shown =
    before.next === null ? after.rows : after.rows.slice(0, after.rows.findLastIndex(isKnown) + 1);
  return shown.filter((row) => !isKnown(row)).length;
}
