import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { succeed, type Result } from '#shared/result.ts';

interface Listed {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}
type ListedRows = Pick<DeskQueue, 'next'> & { readonly rows: readonly Pick<QueueRow, 'id'>[] };

/**
 * One view of a desk from its beginning, in pages, as one list.
 *
 * @param idOf what a row is known by
 * @param atLeast rows that are wanted, as far as there are so many
 */
export async function loadPages<Page extends Listed>(
  loadPage: (after?: string) => Promise<Result<Page>>,
  atLeast: number,
  idOf: (row: Page['rows'][number]) => string,
): Promise<Result<Page>> {
  let list = await loadPage();
  while (list.ok && list.value.next !== null && list.value.rows.length < atLeast) {
    const page = await loadPage(list.value.next);
    list = page.ok ? succeed(joined(list.value, page.value, idOf)) : page;
  }
  return list;
}

/** A ticket that moved down between two answers stands where it was seen first. */
function joined<Page extends Listed>(
  before: Page,
  page: Page,
  idOf: (row: Page['rows'][number]) => string,
): Page {
  const known = new Set(before.rows.map(idOf));
  return { ...page, rows: [...before.rows, ...page.rows.filter((row) => !known.has(idOf(row)))] };
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
