import { z } from '@hono/zod-openapi';

/** What a place in a list is made of, as its cursor writes it. */
export const placeParts = {
  /** Epoch milliseconds: as exact as the database keeps instants. */
  instant: String.raw`\d{1,13}`,
  number: String.raw`\d{1,9}`,
  id: String.raw`[\w.-]{1,64}`,
} as const;

/** The place of a row in its list, as `next` says it: whatever becomes of the row, the place stays. */
export const placeText = (...parts: readonly (string | number)[]): string => parts.join(':');

/**
 * `after` of a list whose cursor carries a place: its parts as they were written. What no page has ended
 * with is refused.
 *
 * @param parts patterns, without groups of their own; see `placeParts`
 */
export const afterPlace = (example: string, ...parts: readonly string[]) =>
  z
    .string()
    .max(200)
    .regex(new RegExp(`^${parts.map((part) => `(?:${part})`).join(':')}$`))
    .transform((text) => text.split(':'))
    .optional()
    .meta({ description: '`next` of the page before.', example });

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
export function pageOf<Row, Cursor = string>(
  found: readonly Row[],
  limit: number,
  cursor: (row: Row) => Cursor,
): { readonly rows: Row[]; readonly next: Cursor | null } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursor(last) };
}
