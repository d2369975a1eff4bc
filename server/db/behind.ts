import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';

/**
 * What a list in the order of some columns holds behind one of its rows; nothing where there is no such row.
 * The place is read from the row itself, so that instants are compared as the database keeps them.
 *
 * @param way `<` where the order goes down
 * @param columns of one table, together unlike in any two rows
 * @param last which row, in words of the same table
 */
export function behind(
  way: '<' | '>',
  table: PgTable,
  columns: readonly AnyPgColumn[],
  last: SQL | undefined,
): SQL {
  const place = sql.join([...columns], sql`, `);
  return sql`(${place}) ${sql.raw(way)} (select ${place} from ${table} where ${last})`;
}
