import { pageOf } from '#server/http/page.ts';

/** Rows that one request reads at most, in batches. */
const mostBatches = 20;

/** Which page: behind which place, and of how many rows. */
export interface PageAsked<Place> {
  readonly after: Place | undefined;
  readonly limit: number;
}

/**
 * A page of a list of which some rows turn out to be no part once they have been read: it reads on until
 * the page is full. Where a request has read enough, the page ends early and `next` says where.
 *
 * @param read so many rows behind a place, in order
 * @param place of a row, as `read` and the next page take it
 * @param show undefined for a row that is no part of the list
 * @param batch rows that are read at once
 */
export async function readOn<Row, Shown, Place>(
  { after, limit }: PageAsked<Place>,
  read: (after: Place | undefined, count: number) => Promise<readonly Row[]>,
  place: (row: Row) => Place,
  show: (row: Row) => Shown | undefined,
  batch = limit + 1,
): Promise<{ readonly rows: Shown[]; readonly next: Place | null }> {
  const found: { readonly shown: Shown; readonly row: Row }[] = [];
  let from = after;
  for (let batches = 0; batches < mostBatches; batches += 1) {
    const rows = await read(from, batch);
    for (const row of rows) {
      const shown = show(row);
      if (shown !== undefined) found.push({ shown, row });
    }
    const last = rows.at(-1);
    if (last !== undefined) from = place(last);
    if (found.length > limit || rows.length < batch) {
      const page = pageOf(found, limit, ({ row }) => row);
      return {
        rows: page.rows.map(({ shown }) => shown),
        next: page.next === null ? null : place(page.next),
      };
    }
  }
  return { rows: found.map(({ shown }) => shown), next: from ?? null };
}
