import { z } from '@hono/zod-openapi';

/**
 * How every list is asked for: a page of so many rows, from the first one or from behind the row that the
 * page before ended with. A cursor names that row, so that rows which come meanwhile move nothing.
 */
export const pageQuery = (most: number, usual: number) =>
  z.object({
    after: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
    limit: z.coerce.number().int().min(1).max(most).default(usual),
  });

/** A page of rows, of which one more than `limit` was read. */
export function pageOf<Row>(
  found: readonly Row[],
  limit: number,
  cursor: (row: Row) => string,
): { readonly rows: Row[]; readonly next: string | null } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursor(last) };
}
